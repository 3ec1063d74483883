import AtomicFile
package import ExamModel
package import Foundation

extension ZipArchive {
    /// Reads the archive at `url`. Directories are left out; `wanted` chooses which entries are unpacked at all.
    ///
    /// Refuses: FILE_UNREADABLE, FILE_TOO_LARGE, ARCHIVE_DAMAGED, ARCHIVE_TOO_LARGE, ARCHIVE_ENCRYPTED, ARCHIVE_NAME_REFUSED.
    package static func read(
        _ url: URL, limits: Limits = .standard, wanted: (String) -> Bool = { _ in true }
    ) throws(Refusal) -> ZipArchive {
        let data = try AtomicFile.read(url, limit: limits.archiveBytes)
        return try read(data, file: url.lastPathComponent, limits: limits, wanted: wanted)
    }

    /// The same for bytes in memory; `file` is the name used in refusals.
    package static func read(
        _ data: Data, file: String? = nil, limits: Limits = .standard, wanted: (String) -> Bool = { _ in true }
    ) throws(Refusal) -> ZipArchive {
        let reader = try ZipReader(data, file: file, limits: limits)
        var entries: [Entry] = []
        for item in reader.listed where wanted(item.name) {
            guard let data = try reader.data(item.name) else { continue }
            entries.append(Entry(name: item.name, data: data))
        }
        return ZipArchive(entries: entries)
    }
}

extension ZipArchive {
    /// Relative, without `.`, `..`, empty parts, backslashes or control characters.
    static func isSafe(_ name: String) -> Bool {
        guard !name.isEmpty, !name.contains("\\"), !name.unicodeScalars.contains(where: { $0.value < 32 }) else {
            return false
        }
        let path = name.hasSuffix("/") ? name.dropLast() : Substring(name)
        return path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
            !$0.isEmpty && $0 != "." && $0 != ".." && !$0.hasSuffix(":")
        }
    }
}

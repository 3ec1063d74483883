import AtomicFile
import CZip
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
        let place = Place(file: file)
        guard data.count <= limits.archiveBytes else { throw tooLarge(at: place) }
        guard !data.isEmpty, let handle = ZipHandle(reading: data) else { throw damaged(at: place) }
        let listed = try directory(of: handle, limits: limits, place: place)
        var entries: [Entry] = []
        var room = limits.totalBytes
        for item in listed where !item.name.hasSuffix("/") && wanted(item.name) {
            let data = try unpack(item, of: handle, room: min(room, limits.entryBytes), place: place)
            room -= data.count
            entries.append(Entry(name: item.name, data: data))
        }
        return ZipArchive(entries: entries)
    }
}

extension ZipArchive {
    private struct Listed {
        let index: zip_uint64_t
        let name: String
        let size: Int
    }

    private static func directory(
        of handle: ZipHandle, limits: Limits, place: Place
    ) throws(Refusal) -> [Listed] {
        let count = zip_get_num_entries(handle.archive, 0)
        guard count >= 0 else { throw damaged(at: place) }
        guard count <= limits.entries else { throw tooLarge(at: place) }
        var listed: [Listed] = []
        var names: Set<String> = []
        for index in 0..<zip_uint64_t(count) {
            var stat = zip_stat_t()
            guard zip_stat_index(handle.archive, index, 0, &stat) == 0, let cName = stat.name,
                stat.valid & zip_uint64_t(ZIP_STAT_SIZE) != 0
            else { throw damaged(at: place) }
            let name = String(cString: cName)
            guard isSafe(name), names.insert(name).inserted else { throw nameRefused(name, at: place) }
            guard stat.encryption_method == ZIP_EM_NONE else { throw encrypted(at: place) }
            listed.append(Listed(index: index, name: name, size: Int(clamping: stat.size)))
        }
        return listed
    }

    private static func unpack(
        _ item: Listed, of handle: ZipHandle, room: Int, place: Place
    ) throws(Refusal) -> Data {
        guard item.size <= room else { throw tooLarge(at: place) }
        guard let file = zip_fopen_index(handle.archive, item.index, 0) else { throw damaged(at: place) }
        defer { zip_fclose(file) }
        // One byte more than declared: a longer entry shows, and the checksum is compared when the end is reached.
        var data = Data(count: item.size + 1)
        var filled = 0
        while filled < data.count {
            let read = data.withUnsafeMutableBytes { buffer -> zip_int64_t in
                let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
                return zip_fread(file, rest.baseAddress, zip_uint64_t(rest.count))
            }
            guard read >= 0 else { throw damaged(at: place) }
            if read == 0 { break }
            filled += Int(read)
        }
        guard filled == item.size else { throw damaged(at: place) }
        return data.prefix(filled)
    }

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

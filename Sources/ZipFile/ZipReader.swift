import AtomicFile
import CZip
package import ExamModel
package import Foundation

/// An open zip archive whose entries are unpacked one by one, when they are asked for: nothing is held that is not needed.
package final class ZipReader {
    struct Listed {
        let index: zip_uint64_t
        let name: String
        let size: Int
    }

    private let handle: ZipHandle
    let place: Place
    private let limits: ZipArchive.Limits
    /// In the order of the directory, without folders.
    let listed: [Listed]
    private let positions: [String: Int]
    /// By the name in small letters: programs do not agree on `sharedStrings.xml` (ECMA-376 part 2, 6.2.2.3).
    private let folded: [String: Int]
    /// How many bytes may still be unpacked, not counting again what was unpacked before.
    private var room: Int
    private var unpacked: Set<String> = []

    /// Opens the archive at `url`, which is read piece by piece.
    ///
    /// Refuses: FILE_UNREADABLE, FILE_TOO_LARGE, ARCHIVE_DAMAGED, ARCHIVE_TOO_LARGE, ARCHIVE_ENCRYPTED, ARCHIVE_NAME_REFUSED.
    package convenience init(_ url: URL, limits: ZipArchive.Limits = .standard) throws(Refusal) {
        try AtomicFile.check(url, limit: limits.archiveBytes)
        try self.init(ZipHandle(reading: url), Place(file: url.lastPathComponent), limits)
    }

    /// The same for bytes in memory; `file` is the name used in refusals.
    package convenience init(
        _ data: Data, file: String? = nil, limits: ZipArchive.Limits = .standard
    ) throws(Refusal) {
        let place = Place(file: file)
        guard data.count <= limits.archiveBytes else { throw ZipArchive.tooLarge(at: place) }
        try self.init(data.isEmpty ? nil : ZipHandle(reading: data), place, limits)
    }

    private init(_ handle: ZipHandle?, _ place: Place, _ limits: ZipArchive.Limits) throws(Refusal) {
        guard let handle else { throw ZipArchive.damaged(at: place) }
        (self.handle, self.place, self.limits) = (handle, place, limits)
        listed = try Self.directory(of: handle, limits, place).filter { !$0.name.hasSuffix("/") }
        positions = Dictionary(uniqueKeysWithValues: listed.enumerated().map { ($0.element.name, $0.offset) })
        folded = Dictionary(
            listed.enumerated().map { ($0.element.name.lowercased(), $0.offset) },
            uniquingKeysWith: { first, _ in first })
        room = limits.totalBytes
    }

    private static func directory(
        of handle: ZipHandle, _ limits: ZipArchive.Limits, _ place: Place
    ) throws(Refusal) -> [Listed] {
        let count = zip_get_num_entries(handle.archive, 0)
        guard count >= 0 else { throw ZipArchive.damaged(at: place) }
        guard count <= limits.entries else { throw ZipArchive.tooLarge(at: place) }
        var listed: [Listed] = []
        var names: Set<String> = []
        for index in 0..<zip_uint64_t(count) {
            var stat = zip_stat_t()
            guard zip_stat_index(handle.archive, index, 0, &stat) == 0, let cName = stat.name,
                stat.valid & zip_uint64_t(ZIP_STAT_SIZE) != 0
            else { throw ZipArchive.damaged(at: place) }
            let name = String(cString: cName)
            guard ZipArchive.isSafe(name), names.insert(name).inserted else {
                throw ZipArchive.nameRefused(name, at: place)
            }
            guard stat.encryption_method == ZIP_EM_NONE else { throw ZipArchive.encrypted(at: place) }
            listed.append(Listed(index: index, name: name, size: Int(clamping: stat.size)))
        }
        return listed
    }

    /// The whole entry; `nil` when there is none of this name.
    package func data(_ name: String) throws(Refusal) -> Data? {
        guard let stream = try stream(name) else { return nil }
        var data = Data(count: stream.size)
        var filled = 0
        // Read until it says that it is at its end: only then was the checksum compared.
        while true {
            var outcome: Swift.Result<Int, Refusal> = .success(0)
            data.withUnsafeMutableBytes { bytes in
                let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[filled...])
                outcome = Swift.Result { () throws(Refusal) in try stream.read(into: rest) }
            }
            let count = try outcome.get()
            if count == 0 { return data }
            filled += count
        }
    }

    /// The entry, unpacked as it is read; `nil` when there is none of this name.
    package func stream(_ name: String) throws(Refusal) -> ZipEntryStream? {
        guard let item = (positions[name] ?? folded[name.lowercased()]).map({ listed[$0] }) else { return nil }
        let isNew = unpacked.insert(item.name).inserted
        guard item.size <= min(isNew ? room : .max, limits.entryBytes) else { throw ZipArchive.tooLarge(at: place) }
        guard let file = zip_fopen_index(handle.archive, item.index, 0) else { throw ZipArchive.damaged(at: place) }
        if isNew { room -= item.size }
        return ZipEntryStream(file, size: item.size, of: handle, place)
    }
}

import AtomicFile
import CZip
package import ExamModel
package import Foundation

extension ZipArchive {
    /// Writes `entries` in their order to `url`, replacing what was there in one step.
    ///
    /// Refuses: ARCHIVE_NAME_REFUSED, FILE_UNWRITABLE.
    package static func write(_ entries: [(name: String, data: Data)], to url: URL) throws(Refusal) {
        try AtomicFile.write(data(of: entries, file: url.lastPathComponent), to: url)
    }

    /// The bytes of an archive: the same for the same entries, on every machine. Entries are stored uncompressed, since
    /// deflate gives other bytes with another zlib, and dated 1980-01-01, the beginning of the zip calendar.
    package static func data(
        of entries: [(name: String, data: Data)], file: String? = nil
    ) throws(Refusal) -> Data {
        var names: Set<String> = []
        for (name, _) in entries where !isSafe(name) || name.hasSuffix("/") || !names.insert(name).inserted {
            throw nameRefused(name, at: Place(file: file))
        }
        guard let data = pack(entries) else {
            throw Refusal(
                .fileUnwritable, at: Place(file: file), "压缩包写不成，请检查内存与磁盘空间。",
                "The archive cannot be made; check memory and disk space.")
        }
        return data
    }

    private static func pack(_ entries: [(name: String, data: Data)]) -> Data? {
        var error = zip_error_t()
        guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { return nil }
        defer { zip_source_free(target) }
        zip_source_keep(target)
        guard let archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
            zip_source_free(target)
            return nil
        }
        for (name, data) in entries where !add(data, as: name, to: archive) {
            zip_discard(archive)
            return nil
        }
        guard zip_close(archive) == 0 else {
            zip_discard(archive)
            return nil
        }
        return contents(of: target)
    }

    private static func add(_ data: Data, as name: String, to archive: OpaquePointer) -> Bool {
        guard let copy = malloc(max(data.count, 1)) else { return false }
        data.copyBytes(to: UnsafeMutableRawBufferPointer(start: copy, count: data.count))
        guard let source = zip_source_buffer(archive, copy, zip_uint64_t(data.count), 1) else {
            free(copy)
            return false
        }
        let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            return false
        }
        let (firstDay, midnight): (zip_uint16_t, zip_uint16_t) = (1 << 5 | 1, 0)
        return zip_set_file_compression(archive, zip_uint64_t(index), ZIP_CM_STORE, 0) == 0
            && zip_file_set_dostime(archive, zip_uint64_t(index), midnight, firstDay, 0) == 0
    }

    private static func contents(of source: OpaquePointer) -> Data? {
        var stat = zip_stat_t()
        guard zip_source_stat(source, &stat) == 0, zip_source_open(source) == 0 else { return nil }
        defer { zip_source_close(source) }
        var data = Data(count: Int(clamping: stat.size))
        let read = data.withUnsafeMutableBytes { zip_source_read(source, $0.baseAddress, zip_uint64_t($0.count)) }
        return read == data.count ? data : nil
    }
}

import CZip
import Foundation

/// Owns one libzip archive over bytes in memory; closing without writing is `deinit`'s work.
final class ZipHandle {
    let archive: OpaquePointer
    /// Lives as long as the archive, which reads from it; `nil` when it reads from a file.
    private let bytes: UnsafeMutableRawBufferPointer?

    /// `nil` when the bytes are no zip archive.
    init?(reading data: Data) {
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: max(data.count, 1), alignment: 1)
        data.copyBytes(to: bytes)
        var error = zip_error_t()
        guard let source = zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(data.count), 0, &error) else {
            bytes.deallocate()
            return nil
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            bytes.deallocate()
            return nil
        }
        self.archive = archive
        self.bytes = bytes
    }

    /// `nil` when the file at `url` is no zip archive.
    init?(reading url: URL) {
        var code: Int32 = 0
        guard let archive = zip_open(url.path, ZIP_RDONLY, &code) else { return nil }
        self.archive = archive
        bytes = nil
    }

    deinit {
        zip_discard(archive)
        bytes?.deallocate()
    }
}

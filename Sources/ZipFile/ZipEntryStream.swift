import CZip
package import ExamModel

/// One entry of an archive, unpacked piece by piece. What is longer or shorter than the directory says, or has another
/// checksum, is refused when its end is reached.
package final class ZipEntryStream {
    /// Unpacked, in bytes, as the directory says.
    package let size: Int
    private let file: OpaquePointer
    /// Keeps the archive open.
    private let archive: ZipHandle
    private let place: Place
    private var filled = 0

    init(_ file: OpaquePointer, size: Int, of archive: ZipHandle, _ place: Place) {
        (self.file, self.size, self.archive, self.place) = (file, size, archive, place)
    }

    deinit {
        zip_fclose(file)
    }

    /// Fills the beginning of `buffer` and says how far; 0 at the end, when the checksum was found right.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(Refusal) -> Int {
        guard filled < size else {
            // One byte more than declared: a longer entry shows, and the checksum is compared when the end is reached.
            var byte: UInt8 = 0
            guard zip_fread(file, &byte, 1) == 0 else { throw ZipArchive.damaged(at: place) }
            return 0
        }
        let count = zip_fread(file, buffer.baseAddress, zip_uint64_t(min(buffer.count, size - filled)))
        guard count > 0 else { throw ZipArchive.damaged(at: place) }
        filled += Int(count)
        return Int(count)
    }
}

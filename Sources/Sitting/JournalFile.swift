import ExamModel
import Foundation

/// A locked file that grows by whole lines, each on the disk before the next.
final class JournalFile {
    /// A day of heartbeats and a change of answer every second stays below this.
    private static let mostBytes = 64 << 20

    private let url: URL
    private let descriptor: Int32
    /// Bytes that are known to be on the disk; whatever stands behind them is a failed write.
    private var length = 0

    init(at url: URL) throws(Refusal) {
        self.url = url
        descriptor = Glibc.open(url.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.refusal(.journalNotOpened, url, errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            guard reason == EWOULDBLOCK else { throw Self.refusal(.journalNotOpened, url, reason) }
            throw Refusal(
                .journalInUse, at: Place(file: url.lastPathComponent), "这名考生的作答记录正被另一个终端使用",
                "another terminal is using this candidate's journal")
        }
    }

    deinit {
        close(descriptor)
    }

    func read() throws(Refusal) -> Data {
        let size = lseek(descriptor, 0, SEEK_END)
        guard size >= 0 else { throw Self.refusal(.journalNotOpened, url, errno) }
        guard size <= Self.mostBytes else {
            throw Refusal(
                .journalTooLarge, at: Place(file: url.lastPathComponent), "作答记录大得不合常理，请联系监考员",
                "the journal is larger than any sitting makes it; call the invigilator")
        }
        var bytes = Data(count: Int(size))
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, done) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.refusal(.journalNotOpened, url, errno) }
            done += count
        }
        return bytes
    }

    /// Cuts off what stands behind the first `count` bytes.
    func keep(_ count: Int) throws(Refusal) {
        guard ftruncate(descriptor, count) == 0 else { throw Self.refusal(.journalNotWritten, url, errno) }
        length = count
    }

    /// Returns when `line` and a line feed are on the disk. A failed write or sync is cut off again, so that the next try writes the
    /// bytes anew: after a failed sync the kernel may take its pages for clean.
    func append(_ line: Data) throws(Refusal) {
        let bytes = line + Data([0x0a])
        do throws(Refusal) {
            try write(bytes, at: length)
            guard fdatasync(descriptor) == 0 else { throw Self.refusal(.journalNotWritten, url, errno) }
        } catch {
            _ = ftruncate(descriptor, length)
            throw error
        }
        length += bytes.count
    }

    /// Makes the new file's name itself survive a power cut.
    func saveFolder() throws(Refusal) {
        let folder = Glibc.open(url.deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw Self.refusal(.journalNotOpened, url, errno) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw Self.refusal(.journalNotWritten, url, errno) }
    }

    private func write(_ bytes: Data, at offset: Int) throws(Refusal) {
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, offset + done) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.refusal(.journalNotWritten, url, errno) }
            done += count
        }
    }

    private static func refusal(_ code: FindingCode, _ url: URL, _ reason: Int32) -> Refusal {
        let text = String(cString: strerror(reason))
        return Refusal(
            code, at: Place(file: url.lastPathComponent), "作答记录无法写入（\(text)），请检查磁盘",
            "the journal cannot be written (\(text)); check the disk")
    }
}

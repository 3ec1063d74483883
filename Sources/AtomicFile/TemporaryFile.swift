import ExamModel
import Foundation
import Glibc

/// A file beside another one, readable by its owner only, which goes away unless it takes the other one's place.
final class TemporaryFile {
    private var path: String?
    private let descriptor: Int32
    private let target: URL

    init(beside target: URL) throws(Refusal) {
        let folder = target.deletingLastPathComponent().path
        let pattern = String(repeating: "X", count: 6)
        var template = Array("\(folder)/.\(target.lastPathComponent).\(pattern)".utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw .unwritable(target, errno) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        path = template.withUnsafeBufferPointer { buffer in buffer.baseAddress.map { String(cString: $0) } }
        self.target = target
    }

    deinit {
        close(descriptor)
        if let path { unlink(path) }
    }

    func write(_ data: Data, permissions: Int) throws(Refusal) {
        var rest = data[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .unwritable(target, errno) }
            rest = rest.dropFirst(count)
        }
        guard fchmod(descriptor, mode_t(permissions)) == 0 else { throw .unwritable(target, errno) }
    }

    func flush() throws(Refusal) {
        guard fsync(descriptor) == 0 else { throw .unwritable(target, errno) }
    }

    func replace(_ url: URL) throws(Refusal) {
        guard let path, rename(path, url.path) == 0 else { throw .unwritable(url, errno) }
        self.path = nil
    }
}

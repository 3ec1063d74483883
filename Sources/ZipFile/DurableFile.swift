import ExamModel
import Foundation

/// Puts bytes under a name so that, whatever dies, either the old or the new file is there, whole.
enum DurableFile {
    static func write(_ data: Data, to url: URL) throws(Refusal) {
        let folder = url.deletingLastPathComponent().path
        let temporary = folder + "/.\(url.lastPathComponent).\(UUID().uuidString)"
        guard store(data, at: temporary), rename(temporary, url.path) == 0, synchronise(folder) else {
            let reason = String(cString: strerror(errno))
            unlink(temporary)
            throw Refusal(
                .fileUnwritable, at: Place(file: url.lastPathComponent), "文件写不进去（\(reason)），请检查磁盘空间和权限。",
                "The file cannot be written (\(reason)); check disk space and permissions.")
        }
    }

    private static func store(_ data: Data, at path: String) -> Bool {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return false }
        let isStored = data.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let written = Foundation.write(
                    descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if written < 0 && errno == EINTR { continue }
                guard written > 0 else { return false }
                rest = rest.dropFirst(written)
            }
            return fsync(descriptor) == 0
        }
        return close(descriptor) == 0 && isStored
    }

    private static func synchronise(_ folder: String) -> Bool {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        let isDone = fsync(descriptor) == 0
        return close(descriptor) == 0 && isDone
    }
}

import ExamModel
import Foundation
import Glibc

/// The exam folder in one process's hands (`flock` on `.lock`): whoever else wants to change it waits.
final class FolderLock {
    private let descriptor: Int32

    init(_ folder: ExamFolder) throws(Refusal) {
        descriptor = open(folder.url.appending(path: ".lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.refusal(folder) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                close(descriptor)
                throw Self.refusal(folder)
            }
        }
    }

    deinit {
        close(descriptor)
    }

    private static func refusal(_ folder: ExamFolder) -> Refusal {
        let reason = String(cString: strerror(errno))
        return Refusal(
            .folderUnwritable, at: Place(file: folder.url.path), "考试文件夹无法写入（\(reason)），请检查权限和磁盘空间",
            "the exam folder cannot be written (\(reason)); check permissions and space")
    }
}

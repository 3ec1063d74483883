package import ExamModel
package import Foundation
import Glibc

extension FindingCode {
    package static let fileMissing: FindingCode = "FILE_MISSING"
    package static let fileUnreadable: FindingCode = "FILE_UNREADABLE"
    package static let fileUnwritable: FindingCode = "FILE_UNWRITABLE"
    package static let fileTooLarge: FindingCode = "FILE_TOO_LARGE"
}

extension Refusal {
    package static func unreadable(_ url: URL, _ error: Int32) -> Refusal {
        if error == ENOENT || error == ENOTDIR {
            return Refusal(
                .fileMissing, at: Place(file: url.path), "文件不存在，请检查路径。", "There is no such file; check the path.")
        }
        let reason = String(cString: strerror(error))
        return Refusal(
            .fileUnreadable, at: Place(file: url.path), "无法读取文件（\(reason)），请检查权限和磁盘。",
            "The file cannot be read (\(reason)); check its permissions and the disk.")
    }

    static func unwritable(_ url: URL, _ error: Int32) -> Refusal {
        let reason = String(cString: strerror(error))
        return Refusal(
            .fileUnwritable, at: Place(file: url.path), "无法写入文件（\(reason)），请检查文件夹是否存在、权限和磁盘空间。",
            "The file cannot be written (\(reason)); check that the folder exists, its permissions and the space left.")
    }

    package static func notAFile(_ url: URL) -> Refusal {
        Refusal(
            .fileUnreadable, at: Place(file: url.path), "这里需要一个普通文件。", "An ordinary file is needed here.")
    }

    static func tooLarge(_ url: URL, limit: Int) -> Refusal {
        Refusal(
            .fileTooLarge, at: Place(file: url.path), "文件超过 \(limit) 字节的上限，请确认选对了文件。",
            "The file is larger than the limit of \(limit) bytes; check that it is the right one.")
    }
}

import CXlsxWriter
import ExamModel
import Foundation

/// A workbook being written by libxlsxwriter.
final class Workbook {
    private var handle: UnsafeMutablePointer<lxw_workbook>?
    private let path: String

    /// - Parameter path: Where the file appears when the workbook is closed; only for the owner's eyes until then.
    init(path: String, title: String, created: Date) throws(Refusal) {
        self.path = path
        guard let handle = workbook_new(path) else { throw Workbook.failure(path, "workbook_new") }
        self.handle = handle
        try check(kaochang_workbook_properties(handle, title, time_t(created.timeIntervalSince1970)))
    }

    deinit {
        if let handle { lxw_workbook_free(handle) }
    }

    func add(sheet name: String) throws(Refusal) -> Worksheet {
        guard let handle, let sheet = workbook_add_worksheet(handle, name) else {
            throw Workbook.failure(path, "workbook_add_worksheet")
        }
        return Worksheet(handle: sheet, workbook: self)
    }

    /// A new cell format, which lives as long as the workbook.
    func format(_ set: (UnsafeMutablePointer<lxw_format>) -> Void) throws(Refusal) -> UnsafeMutablePointer<lxw_format> {
        guard let handle, let format = workbook_add_format(handle) else {
            throw Workbook.failure(path, "workbook_add_format")
        }
        set(format)
        return format
    }

    func close() throws(Refusal) {
        guard let handle else { return }
        self.handle = nil
        try check(workbook_close(handle))
    }

    func check(_ error: lxw_error) throws(Refusal) {
        guard error != LXW_NO_ERROR else { return }
        throw Workbook.failure(path, lxw_strerror(error).map { String(cString: $0) } ?? "\(error.rawValue)")
    }

    private static func failure(_ path: String, _ reason: String) -> Refusal {
        Refusal(
            .workbookFailed, at: Place(file: path), "无法写出工作簿（\(reason)）；请检查磁盘空间和权限",
            "the workbook cannot be written (\(reason)); check the space and the permissions")
    }
}

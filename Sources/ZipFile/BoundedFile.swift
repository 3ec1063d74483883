package import ExamModel
package import Foundation

/// Reads whole files, but never more than a limit and never from a device or pipe.
package enum BoundedFile {
    /// Refuses: FILE_UNREADABLE, FILE_TOO_LARGE.
    package static func read(_ url: URL, limit: Int) throws(Refusal) -> Data {
        let place = Place(file: url.lastPathComponent)
        let data: Data?
        do {
            let values = try url.resourceValues(forKeys: [.fileSizeKey, .isRegularFileKey])
            guard values.isRegularFile == true else { throw CocoaError(.fileReadUnknown) }
            data = (values.fileSize ?? 0) <= limit ? try Data(contentsOf: url) : nil
        } catch {
            throw Refusal(
                .fileUnreadable, at: place, "文件打不开，请检查文件是否存在、是否有权读取。",
                "The file cannot be opened; check that it exists and may be read.")
        }
        guard let data, data.count <= limit else {
            throw Refusal(
                .fileTooLarge, at: place, "文件超过 \(limit >> 20) MiB，请拆分后再读。",
                "The file is larger than \(limit >> 20) MiB; split it.")
        }
        return data
    }
}

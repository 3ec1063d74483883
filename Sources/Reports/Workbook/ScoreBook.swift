import AtomicFile
package import ExamModel
package import Foundation
import Glibc

/// The score book (成绩册): a workbook with the sheets 个人, 团队, 称号, 市州, 试题 and 选项, ready to filter and to print on A4.
package enum ScoreBook {
    /// - Throws: `WORKBOOK_FAILED`, or what ``AtomicFile`` throws.
    package static func write(_ data: ReportData, to url: URL) throws(Refusal) {
        let folder = try scratchFolder(beside: url)
        defer { try? FileManager.default.removeItem(at: folder) }
        let draft = folder.appending(path: "draft.xlsx")
        try write(data, path: draft.path)
        try AtomicFile.write(AtomicFile.read(draft, limit: 1 << 28), to: url)
    }

    private static func write(_ data: ReportData, path: String) throws(Refusal) {
        let workbook = try Workbook(path: path, title: data.exam.title, created: data.generatedAt)
        let formats = try CellFormats(workbook)
        let sheets: [(name: String, list: ResultList, isLandscape: Bool)] = [
            (data.say("个人", "Individuals"), .detailedIndividuals(data), true),
            (data.say("团队", "Teams"), .teams(data), true), (data.say("称号", "Honours"), .honours(data), true),
            (data.say("市州", "Cities"), .cities(data), true), (data.say("试题", "Items"), .items(data), true),
            (data.say("选项", "Options"), .options(data), true), (data.say("试卷", "Forms"), .forms(data), true),
        ]
        for (name, list, isLandscape) in sheets {
            let sheet = try workbook.add(sheet: name)
            try sheet.write(list, formats)
            try sheet.setPage(
                title: "\(data.exam.title) · \(list.title)",
                footer: data.generatedText, pages: data.say("第 &P 页，共 &N 页", "page &P of &N"),
                isLandscape: isLandscape)
        }
        try workbook.close()
    }

    /// A folder that only its owner can look into: the library writes its file piece by piece.
    private static func scratchFolder(beside url: URL) throws(Refusal) -> URL {
        let parent = url.deletingLastPathComponent()
        var template = Array(parent.appending(path: ".score-book.XXXXXX").path.utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Refusal(
                .workbookFailed, at: Place(file: url.path), "无法在该文件夹中写入；请检查文件夹是否存在和权限",
                "the folder cannot be written to; check that it exists and its permissions")
        }
        return URL(filePath: String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
    }
}

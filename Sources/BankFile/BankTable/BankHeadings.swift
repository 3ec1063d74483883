import AtomicFile
package import ExamModel
package import Foundation
import Yams

/// What an office's own column headings mean (`--headings FILE`): a YAML mapping from the heading in the file to one of the
/// usual words, such as `考题描述: 题干`, `备注: 忽略`.
package struct BankHeadings: Sendable {
    /// No headings but the usual ones.
    package static let usual = BankHeadings(columns: [:])

    private let columns: [String: BankColumn]

    private init(columns: [String: BankColumn]) {
        self.columns = columns
    }

    /// Refuses: BAD_HEADINGS with the line that is wrong, and what AtomicFile refuses.
    package static func read(_ url: URL) throws(Refusal) -> BankHeadings {
        let data = try AtomicFile.read(url, limit: 1 << 20)
        return try BankHeadings(yaml: String(decoding: data, as: UTF8.self), file: url.lastPathComponent)
    }

    package init(yaml: String, file: String) throws(Refusal) {
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml)
        } catch {
            throw Self.refusal(at: Place(file: file), "不是正确的 YAML：\(error)", "no proper YAML: \(error)")
        }
        guard let pairs = root?.mapping else {
            throw Self.refusal(at: Place(file: file), "每行应为“文件里的列名: 题干”的形式", "a mapping is needed")
        }
        var columns: [String: BankColumn] = [:]
        for (key, value) in pairs {
            let place = Place(file: file, line: key.mark?.line)
            guard let heading = key.string, let word = value.string else {
                throw Self.refusal(at: place, "列名和含义都应是文字", "heading and meaning must be text")
            }
            guard let column = word.trimmed == "忽略" ? .ignored : BankColumn(header: word) else {
                throw Self.refusal(
                    at: place, "“\(word)”不是已知的含义；可用题干、选项A……、选项、答案、解析、题型、难度、知识点、材料、小题、忽略",
                    "\"\(word)\" is no known meaning; use 题干, 选项A…, 选项, 答案, 解析, 题型, 难度, 知识点, 材料, 小题, 忽略")
            }
            columns[BankColumn.bare(heading)] = column
        }
        self.columns = columns
    }

    func column(_ header: String) -> BankColumn? {
        columns[BankColumn.bare(header)] ?? BankColumn(header: header)
    }

    private static func refusal(at place: Place, _ chinese: String, _ english: String) -> Refusal {
        Refusal(.badHeadings, at: place, "列名对照表有误：\(chinese)。", "The headings map is wrong: \(english).")
    }
}

extension FindingCode {
    package static let badHeadings: FindingCode = "BAD_HEADINGS"
}

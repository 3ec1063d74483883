import AnswerKey
import ExamModel
import Foundation
import ZipFile

/// One sheet, a row an item; the items of a case in the rows below it, numbered in the column 小题.
enum WorkbookExport {
    static func data(_ items: [DraftItem]) throws(Refusal) -> Data {
        let all = items + items.flatMap(\.parts)
        let optionCount = max(4, all.map(\.options.count).max() ?? 0)
        let letters = (0..<optionCount).map { "选项" + Item.Option.letter(at: $0) }
        let titles = ["题型", "小题", "题干"] + letters + ["答案", "解析", "知识点", "难度"]
        var rows = [titles]
        for item in items {
            rows.append(row(item, part: nil, optionCount: optionCount))
            for (offset, part) in item.parts.enumerated() {
                rows.append(row(part, part: offset + 1, optionCount: optionCount))
            }
        }
        return try ZipArchive.data(
            of: WorkbookParts.all(rows: rows, wide: [2], hasHeader: true).map { (name: $0.0, data: Data($0.1.utf8)) })
    }

    private static func row(_ item: DraftItem, part: Int?, optionCount: Int) -> [String] {
        let options = (0..<optionCount).map { item.options.indices.contains($0) ? item.options[$0] : "" }
        return [item.type.name.chinese, part.map { String($0) } ?? "", item.stem] + options
            + [answer(item), item.rationale, item.topic.description, item.difficulty.name.chinese]
    }

    private static func answer(_ item: DraftItem) -> String {
        switch item.answer {
        case .options(let indices): indices.map { Item.Option.letter(at: $0) }.joined()
        case .judgement(let value): value ? "正确" : "错误"
        case .blanks(let texts): texts.joined(separator: "；")
        case .text(let text): text
        case .parts: ""
        }
    }
}

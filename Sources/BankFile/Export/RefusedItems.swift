import AnswerKey
package import ExamModel
package import Foundation
import ZipFile

/// An item that was not imported, as the file gave it, and why.
package struct RefusedItem: Hashable, Sendable {
    let raw: RawItem
    /// Errors only.
    package let reasons: [Finding]
}

extension BankFileContents {
    /// The refused items as a workbook that a person mends and imports again: the columns of the usual template, the reason
    /// and the place in the old file behind them. `nil` when nothing was refused.
    ///
    /// - Parameter others: items refused later, by the bank itself, with their reasons.
    package func refusedWorkbook(others: [(item: PlacedDraft, reason: Finding)] = []) throws(Refusal) -> Data? {
        let all = refused + others.map { RefusedItem(raw: RawItem($0.item), reasons: [$0.reason]) }
        guard !all.isEmpty else { return nil }
        let count = max(4, all.flatMap { [$0.raw] + $0.raw.parts }.flatMap(\.options).map { $0.index + 1 }.max() ?? 0)
        let letters = (0..<count).map { "选项" + Item.Option.letter(at: $0) }
        var rows = [["退回原因", "原位置", "题型", "小题", "题干"] + letters + ["答案", "解析", "知识点", "难度", "多出的单元格"]]
        for item in all {
            rows.append(Self.row(item.raw, reasons: item.reasons, part: nil, options: count))
            for (offset, part) in item.raw.parts.enumerated() {
                let reasons = item.reasons.filter { $0.place == part.place && part.place != item.raw.place }
                rows.append(Self.row(part, reasons: reasons, part: offset + 1, options: count))
            }
        }
        return try ZipArchive.data(
            of: WorkbookParts.all(rows: rows, wide: [0, 4], hasHeader: true).map { (name: $0.0, data: Data($0.1.utf8)) }
        )
    }

    private static func row(_ raw: RawItem, reasons: [Finding], part: Int?, options count: Int) -> [String] {
        let options = (0..<count).map { index in
            raw.options.filter { $0.index == index }.map(\.text).joined(separator: "\n")
        }
        let answers = raw.blanks.map { [$0.joined(separator: "；")] } ?? raw.answers
        var place = raw.place
        place.file = nil
        return [
            reasons.map(\.message.chinese).joined(separator: "\n"), place.text(in: .chinese), raw.type.word,
            part.map { String($0) } ?? "", raw.stem,
        ] + options + [
            answers.filter { !$0.isBlank }.joined(separator: " / "), raw.rationale, raw.topic, raw.difficulty,
            raw.extra.joined(separator: "\n"),
        ]
    }
}

extension StatedType {
    /// As a type column says it.
    fileprivate var word: String {
        switch self {
        case .known(let type): type.name.chinese
        case .anyNumber: "不定项选择题"
        case .unknown(let word): word
        case .unstated: ""
        }
    }
}

extension RawItem {
    fileprivate init(_ placed: PlacedDraft) {
        let draft = placed.draft
        self.init(place: placed.place, type: .known(draft.type))
        stem = draft.stem
        options = draft.options.enumerated().map { RawOption(index: $0.offset, text: $0.element) }
        switch draft.answer {
        case .options(let right): answers = [right.map { Item.Option.letter(at: $0) }.joined()]
        case .judgement(let value): answers = [value ? "正确" : "错误"]
        case .blanks(let texts): blanks = texts
        case .text(let text): answers = [text]
        case .parts: parts = draft.parts.map { RawItem(PlacedDraft(draft: $0, place: placed.place)) }
        }
        (rationale, topic) = (draft.rationale, draft.topic.description)
        difficulty = draft.difficulty.name.chinese
    }
}

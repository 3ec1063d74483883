import AnswerKey
import ExamModel

/// The layout of the ministry's syllabus bank: `1、`, `A、`, 正确答案：/答案解析：, a section for each type.
enum MinistryText {
    private static let numerals = ["一", "二", "三", "四", "五", "六"]

    static func text(_ items: [DraftItem]) -> String {
        let groups = ItemType.allCases.map { type in (type, items.filter { $0.type == type }) }.filter { !$0.1.isEmpty }
        let sections = zip(numerals, groups).map { numeral, group in
            let (type, items) = group
            return "\(numeral)、\(type.name.chinese)（共\(items.count)题）\n\n"
                + items.enumerated().map { item($0.element, number: $0.offset + 1) }.joined(separator: "\n")
        }
        return sections.joined(separator: "\n")
    }

    private static func item(_ item: DraftItem, number: Int) -> String {
        var text = "\(number)、"
        if item.type == .caseSet {
            text += "【材料】\(item.stem)\n"
            for (offset, part) in item.parts.enumerated() {
                text += "（\(offset + 1)）【\(part.type.name.chinese)】\(body(part))"
                text += qualities(part, besides: item)
            }
            if !item.rationale.isEmpty { text += "答案解析：\(item.rationale)\n" }
        } else {
            text += body(item)
        }
        if !item.topic.path.isEmpty { text += "知识点：\(item.topic)\n" }
        return text + "难度：\(item.difficulty.name.chinese)\n"
    }

    /// Topic and difficulty of a case's item, where they differ from the case's.
    private static func qualities(_ part: DraftItem, besides item: DraftItem) -> String {
        (part.topic == item.topic ? "" : "知识点：\(part.topic)\n")
            + (part.difficulty == item.difficulty ? "" : "难度：\(part.difficulty.name.chinese)\n")
    }

    private static func body(_ item: DraftItem) -> String {
        var text = item.stem + "\n"
        let options = item.type == .trueFalse ? ["正确", "错误"] : item.options
        for (index, option) in options.enumerated() { text += "\(Item.Option.letter(at: index))、\(option)\n" }
        text += "正确答案：\(answer(item))\n"
        if !item.rationale.isEmpty { text += "答案解析：\(item.rationale)\n" }
        return text
    }

    private static func answer(_ item: DraftItem) -> String {
        switch item.answer {
        case .options(let indices): indices.map { Item.Option.letter(at: $0) }.joined()
        case .judgement(let value): value ? "A" : "B"
        case .blanks(let texts): texts.joined(separator: "；")
        case .text(let text): text
        case .parts: ""
        }
    }
}

import AnswerKey
import ExamModel

/// An item written out for people, in the layout that the ministry's bank has and that an import reads.
struct ItemText {
    let keyed: KeyedItem

    init(_ keyed: KeyedItem) {
        self.keyed = keyed
    }

    /// Letters for options in their order, √ or ×, texts for blanks, the model answer.
    var answer: String {
        let item = keyed.item
        switch keyed.key.answer {
        case .options(let right) where item.type == .trueFalse: return right == ["T"] ? "正确" : "错误"
        case .options(let right): return letters(of: right)
        case .anyOf(let sets): return sets.map(letters).joined(separator: "或")
        case .blanks(let texts): return texts.joined(separator: "；")
        case .text(let text): return text
        case .parts: return ""
        }
    }

    private func letters(of options: [OptionID]) -> String {
        keyed.item.options.indices.filter { options.contains(keyed.item.options[$0].id) }
            .map(Item.Option.letter(at:)).joined()
    }

    var optionLines: [String] {
        guard keyed.item.type != .trueFalse else { return [] }
        return keyed.item.options.enumerated().map { "\(Item.Option.letter(at: $0.offset))、\($0.element.text)" }
    }

    /// The sub-items of a case, each with its options and answer.
    var partLines: [String] {
        zip(keyed.item.parts, keyed.key.questions).enumerated().flatMap { index, pair in
            let part = ItemText(KeyedItem(item: pair.0, key: pair.1))
            return ["（\(index + 1)）【\(pair.0.type.name.chinese)】\(pair.0.stem)"] + part.optionLines
                + [("正确答案", part.answer), ("答案解析", pair.1.rationale)].filter { !$0.1.isEmpty }.map { "\($0.0)：\($0.1)" }
        }
    }

    /// Answer, rationale, topic and difficulty, each behind its label; empty ones are left out.
    var labelLines: [String] {
        [
            ("正确答案", answer), ("答案解析", keyed.key.rationale), ("知识点", keyed.item.topic.description),
            ("难度", keyed.item.difficulty.name.chinese),
        ].filter { !$0.1.isEmpty }.map { "\($0.0)：\($0.1)" }
    }
}

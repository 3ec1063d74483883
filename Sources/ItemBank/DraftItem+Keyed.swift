package import AnswerKey
import ExamModel

extension DraftItem {
    /// An item of the bank as a bank file would state it: for exporting it, and for editing it as text. Where several
    /// answers are right, a file states the first.
    package init(_ keyed: KeyedItem) {
        let item = keyed.item
        self.init(
            type: item.type, stem: item.stem, options: item.optionTexts, answer: Answer(keyed),
            rationale: keyed.key.rationale, topic: item.topic, difficulty: item.difficulty,
            parts: zip(item.parts, keyed.key.questions).map { DraftItem(KeyedItem(item: $0, key: $1)) })
    }
}

extension DraftItem.Answer {
    fileprivate init(_ keyed: KeyedItem) {
        switch keyed.key.answer {
        case .options(let right) where keyed.item.type == .trueFalse: self = .judgement(right == ["T"])
        case .options(let right): self = .options(keyed.item.places(of: right))
        case .anyOf(let sets): self = .options(keyed.item.places(of: sets.first ?? []))
        case .blanks(let texts): self = .blanks(texts)
        case .text(let text): self = .text(text)
        case .parts: self = .parts
        }
    }
}

extension Item {
    fileprivate func places(of ids: [OptionID]) -> [Int] {
        options.indices.filter { ids.contains(options[$0].id) }
    }
}

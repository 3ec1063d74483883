package import AnswerKey
package import ExamModel

extension BankFileReport {
    package struct Item: Hashable, Sendable, Encodable {
        package let type: ItemType
        package let stem: String
        /// Empty for true-false and for items answered in words.
        package let options: [String]
        /// `nil` for a case, whose parts have keys.
        package let key: Key?
        package let rationale: String
        package let topic: String
        package let difficulty: Int
        package let parts: [Item]?

        package init(_ draft: DraftItem) {
            type = draft.type
            stem = draft.stem
            options = draft.options
            key = Key(draft.answer)
            rationale = draft.rationale
            topic = draft.topic.description
            difficulty = draft.difficulty.rawValue
            parts = draft.parts.isEmpty ? nil : draft.parts.map(Item.init)
        }
    }

    /// Letters for choices, `true` or `false`, an array for fill-in, text for short-answer.
    package enum Key: Hashable, Sendable, Encodable {
        case text(String)
        case judgement(Bool)
        case blanks([String])

        init?(_ answer: DraftItem.Answer) {
            switch answer {
            case .options(let indices): self = .text(indices.map { ExamModel.Item.Option.letter(at: $0) }.joined())
            case .judgement(let value): self = .judgement(value)
            case .blanks(let texts): self = .blanks(texts)
            case .text(let text): self = .text(text)
            case .parts: return nil
            }
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .judgement(let value): try container.encode(value)
            case .blanks(let texts): try container.encode(texts)
            }
        }
    }
}

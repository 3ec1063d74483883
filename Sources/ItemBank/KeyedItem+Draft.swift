import AnswerKey
import ExamModel
import Foundation
import Sealing

extension KeyedItem {
    /// A draft as an item of the bank. Its id comes from what is asked (type, stem and options, without regard to width
    /// and spacing), so that the same text file always gives the same ids and a repeated item is found.
    init(_ draft: DraftItem) {
        let options = draft.type == .trueFalse ? Item.Option.judgement : Item.Option.numbered(draft.options)
        let id = ItemID.of(draft)
        let answer: Key.Answer =
            switch draft.answer {
            case .options(let indices): .options(indices.map { options[$0].id }.sorted())
            case .judgement(let right): .options([right ? "T" : "F"])
            case .blanks(let texts): .blanks(texts)
            case .text(let text): .text(text)
            case .parts: .text("")
            }
        self.init(
            item: Item(
                id: id, type: draft.type, stem: draft.stem, options: options, topic: draft.topic,
                difficulty: draft.difficulty),
            key: Key(item: id, answer: answer, rationale: draft.rationale))
    }
}

extension ItemID {
    /// `Q` and the first 16 hexadecimal digits of a SHA-256: no two of a million items meet by chance (10⁻⁸).
    fileprivate static func of(_ draft: DraftItem) -> ItemID {
        let fields = [draft.type.rawValue, draft.stem] + draft.options
        let normal = fields.map { field in
            field.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
        }
        return ItemID("Q" + Digest(of: Data(normal.joined(separator: "\u{1f}").utf8)).description.prefix(16))
    }
}

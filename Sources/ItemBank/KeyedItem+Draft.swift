import AnswerKey
import ExamModel
import Foundation
import Sealing

extension KeyedItem {
    /// A draft as an item of the bank. Its id comes from what is asked (type, stem and options, without regard to width
    /// and spacing), so that the same text file always gives the same ids and a repeated item is found.
    init(_ draft: DraftItem) {
        self.init(draft, id: ItemID.of(draft))
    }

    /// The sub-items of a case are named after it: `<id>.1`, `<id>.2`, ….
    private init(_ draft: DraftItem, id: ItemID) {
        let options = draft.type == .trueFalse ? Item.Option.judgement : Item.Option.numbered(draft.options)
        let parts = draft.parts.enumerated().map { KeyedItem($0.element, id: id.part(at: $0.offset)) }
        let (answer, blanks): (Key.Answer, Int) =
            switch draft.answer {
            case .options(let indices): (.options(indices.map { options[$0].id }.sorted()), 0)
            case .judgement(let right): (.options([right ? "T" : "F"]), 0)
            case .blanks(let texts): (.blanks(texts), texts.count)
            case .text(let text): (.text(text), 0)
            case .parts: (.parts(parts.map(\.key)), 0)
            }
        self.init(
            item: Item(
                id: id, type: draft.type, stem: draft.stem, options: options, blanks: blanks,
                parts: parts.map(\.item), topic: draft.topic, difficulty: draft.difficulty),
            key: Key(item: id, answer: answer, rationale: draft.rationale))
    }
}

extension ItemID {
    /// `Q` and the first 16 hexadecimal digits of a SHA-256: no two of a million items meet by chance (10⁻⁸).
    fileprivate static func of(_ draft: DraftItem) -> ItemID {
        let fields = asked(draft)
        let normal = fields.map { field in
            NormalText.of(field)
        }
        return ItemID("Q" + Digest(of: Data(normal.joined(separator: "\u{1f}").utf8)).description.prefix(16))
    }

    /// Type, stem and options, of the sub-items too.
    private static func asked(_ draft: DraftItem) -> [String] {
        [draft.type.rawValue, draft.stem] + draft.options + draft.parts.flatMap(asked)
    }
}

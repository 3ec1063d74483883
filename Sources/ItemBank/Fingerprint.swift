import AnswerKey
import ExamModel
import Foundation
import Sealing

/// What an item asks, whatever its id: type, stem and options, without regard to width and spacing, and to the order of
/// the options. Two items with the same fingerprint are the same item.
struct Fingerprint: Hashable {
    let text: String

    init(_ draft: DraftItem) {
        self.init(fields: Self.fields(draft))
    }

    init(_ item: Item) {
        self.init(fields: Self.fields(item))
    }

    private init(fields: [String]) {
        let digest = Digest(of: Data(fields.joined(separator: "\u{1f}").utf8))
        text = String(digest.description.prefix(32))
    }

    private static func fields(_ draft: DraftItem) -> [String] {
        [draft.type.rawValue, NormalText.of(draft.stem)] + draft.options.map(NormalText.of).sorted()
            + draft.parts.flatMap { ["\u{1e}"] + fields($0) }
    }

    private static func fields(_ item: Item) -> [String] {
        [item.type.rawValue, NormalText.of(item.stem)] + item.optionTexts.map(NormalText.of).sorted()
            + item.parts.flatMap { ["\u{1e}"] + fields($0) }
    }
}

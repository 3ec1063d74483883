import AnswerKey
import ExamModel

/// The items taken so far, by what they ask.
struct SeenItems {
    /// The same question: stem and options, whatever their order, spacing and width of characters.
    private struct Question: Hashable {
        let type: ItemType
        let stem: String
        let options: [String]
    }

    private var places: [Question: (place: Place, answer: Set<String>)] = [:]

    mutating func insert(_ draft: DraftItem, at place: Place) {
        places[Self.question(draft)] = (place, Self.answer(draft))
    }

    /// DUPLICATE_QUESTION or CONFLICTING_DUPLICATE when the draft asks what an earlier one asks.
    func finding(for draft: DraftItem, at place: Place) -> Finding? {
        guard let earlier = places[Self.question(draft)] else { return nil }
        var spot = earlier.place
        spot.file = nil
        let (chinese, english) = (spot.text(in: .chinese), spot.text(in: .english))
        guard earlier.answer == Self.answer(draft) else {
            return Finding(
                .error, .conflictingDuplicate, at: place,
                Bilingual(
                    "与\(chinese)是同一道题，答案却不同；本题未导入，请核对两处答案。",
                    "The same question as \(english) with another answer; not imported, check both answers."))
        }
        return Finding(
            .error, .duplicateQuestion, at: place,
            Bilingual("与\(chinese)重复，未再导入，请删去其中一道。", "The same question as \(english); not imported again."))
    }

    private static func question(_ draft: DraftItem) -> Question {
        Question(type: draft.type, stem: Folded.stem(draft.stem), options: draft.options.map(Folded.text).sorted())
    }

    private static func answer(_ draft: DraftItem) -> Set<String> {
        switch draft.answer {
        case .options(let indices): Set(indices.map { Folded.text(draft.options[$0]) })
        case .judgement(let value): [String(value)]
        case .blanks(let texts): Set(texts.enumerated().map { "\($0.offset) " + Folded.text($0.element) })
        case .text(let text): [Folded.text(text)]
        case .parts: []
        }
    }
}

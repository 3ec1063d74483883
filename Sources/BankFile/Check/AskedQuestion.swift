import AnswerKey
import ExamModel

/// What an item asks, and its answer, reduced to what decides sameness: type, stem and options, whatever their order,
/// spacing and width of characters.
struct AskedQuestion: Sendable {
    let question: TextDigest
    let answer: TextDigest

    init(_ draft: DraftItem) {
        let options = draft.options.map { TextDigest(Folded.text($0)) }
        let asked = [TextDigest(draft.type.rawValue), TextDigest(Folded.stem(draft.stem))]
        question = TextDigest(asked + options.sorted())
        let right: [TextDigest] =
            switch draft.answer {
            case .options(let indices): indices.map { options[$0] }.sorted()
            case .judgement(let value): [TextDigest(String(value))]
            case .blanks(let texts): texts.map { TextDigest(Folded.text($0)) }
            case .text(let text): [TextDigest(Folded.text(text))]
            case .parts: []
            }
        answer = TextDigest(right)
    }
}

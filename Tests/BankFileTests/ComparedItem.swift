import AnswerKey
import ExamModel
import Foundation

/// An item reduced to what the comparison of samples looks at: after NFKC, without white space, for true-false without
/// an empty bracket or full stop at the end.
struct ComparedItem: Hashable {
    let type: String
    let stem: String
    let options: [String]
    let answer: String

    init(_ question: Truth.Question) {
        type = question.type
        stem = Self.stem(question.stem, type: question.type)
        options = question.options.map(Self.folded)
        switch question.answer {
        case .text(let text): answer = question.type == "short" ? Self.folded(text) : text
        case .judgement(let value): answer = String(value)
        case .blanks(let texts): answer = texts.map(Self.folded).joined(separator: ";")
        }
    }

    init(_ draft: DraftItem) {
        let types: [ItemType: String] = [
            .singleChoice: "single", .multipleChoice: "multiple", .trueFalse: "judge", .fillIn: "blank",
            .shortAnswer: "short", .caseSet: "case",
        ]
        let name = types[draft.type] ?? draft.type.rawValue
        type = name
        stem = Self.stem(draft.stem, type: name)
        options = draft.options.map(Self.folded)
        switch draft.answer {
        case .options(let indices): answer = indices.map { Item.Option.letter(at: $0) }.joined()
        case .judgement(let value): answer = String(value)
        case .blanks(let texts): answer = texts.map(Self.folded).joined(separator: ";")
        case .text(let text): answer = Self.folded(text)
        case .parts: answer = ""
        }
    }

    static func folded(_ text: String) -> String {
        text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
            .replacing(/\([_-]*\)|_{2,}/, with: "()")
    }

    private static func stem(_ text: String, type: String) -> String {
        let stem = folded(text)
        return type == "judge" ? stem.replacing(/(?:\(\))+[。.]?$/, with: "").replacing(/[。.]+$/, with: "") : stem
    }
}

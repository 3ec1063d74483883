import AnswerKey
import ExamModel
import ItemBank

/// The document of `bank duplicates --json`.
struct SimilarItemsDocument: Encodable {
    struct Pair: Encodable {
        let first: ItemID
        let second: ItemID
        /// Thousandths.
        let similarity: Int
        let sameAnswer: Bool
        let firstStem: String
        let secondStem: String

        init(_ pair: SimilarItems) {
            first = pair.first.id
            second = pair.second.id
            similarity = pair.similarity
            sameAnswer = pair.haveSameAnswer
            firstStem = pair.first.keyed.item.stem
            secondStem = pair.second.keyed.item.stem
        }
    }

    let total: Int
    let pairs: [Pair]
}

extension SimilarItems {
    /// `92.3%`
    var percent: String { "\(Mark(thousandths: similarity * 100))%" }

    /// The score, and a line for each of the two.
    var lines: [Bilingual] {
        let answers =
            haveSameAnswer ? Bilingual("", "") : Bilingual("，答案不同", ", answered otherwise")
        return [
            Bilingual("相似度 \(percent)\(answers.chinese)", "similarity \(percent)\(answers.english)"),
            first.line(width: 60).indented, second.line(width: 60).indented,
        ]
    }
}

extension Bilingual {
    fileprivate var indented: Bilingual { Bilingual("  " + chinese, "  " + english) }
}

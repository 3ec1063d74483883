import ExamModel

/// The items taken so far, by what they ask.
struct SeenItems {
    private var positions: [TextDigest: Int32] = [:]
    /// By position.
    private var answers: [TextDigest] = []

    /// Takes the next item; its position is the number of those before it.
    mutating func insert(_ asked: AskedQuestion) {
        positions[asked.question] = Int32(truncatingIfNeeded: answers.count)
        answers.append(asked.answer)
    }

    /// DUPLICATE_QUESTION or CONFLICTING_DUPLICATE when an item asks what an earlier one asks.
    func finding(for asked: AskedQuestion, at place: Place, among items: PlacedDrafts) -> Finding? {
        guard let position = positions[asked.question].map({ Int($0) }) else { return nil }
        var spot = items[position].place
        spot.file = nil
        let (chinese, english) = (spot.text(in: .chinese), spot.text(in: .english))
        guard answers[position] == asked.answer else {
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
}

import ExamModel

/// The items taken so far, by what they ask: two digests and a few bytes for each.
struct SeenItems {
    private var questions: [TextDigest] = []
    private var answers: [TextDigest] = []
    /// Positions of items by their digests, at least half of the slots empty (-1); one that is taken leads to the next.
    private var slots: [Int32] = []

    /// Takes the next item; its position is the number of those before it. It asks what no other asks.
    mutating func insert(_ asked: AskedQuestion) {
        questions.append(asked.question)
        answers.append(asked.answer)
        if questions.count * 2 > slots.count {
            slots = [Int32](repeating: -1, count: max(256, slots.count * 2))
            for position in questions.indices { slots[slot(of: questions[position])] = Int32(position) }
        } else {
            slots[slot(of: asked.question)] = Int32(questions.count - 1)
        }
    }

    /// Where an item stands or would stand.
    private func slot(of question: TextDigest) -> Int {
        var slot = question.bits & (slots.count - 1)
        while slots[slot] >= 0, questions[Int(slots[slot])] != question { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    private func position(of question: TextDigest) -> Int? {
        guard !slots.isEmpty, case let position = slots[slot(of: question)], position >= 0 else { return nil }
        return Int(position)
    }

    /// DUPLICATE_QUESTION or CONFLICTING_DUPLICATE when an item asks what an earlier one asks.
    func finding(for asked: AskedQuestion, at place: Place, among items: PlacedDrafts) -> Finding? {
        guard let position = position(of: asked.question) else { return nil }
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

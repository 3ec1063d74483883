package import ExamModel

extension Grader {
    /// How the sections' marks come from those of their items, and the total from the sections': a sentence each, the total's
    /// last.
    ///
    /// - Throws: What ``grade(_:hand:)`` throws.
    package func explainSections(_ sheet: AnswerSheet, hand: [HandMark] = []) throws(Refusal) -> [Bilingual] {
        let own = hand.filter { $0.ticket == sheet.ticket }.map { ($0.item, $0.marks) }
        let score = try grade(sheet, hand: Dictionary(own) { first, _ in first })
        let items = Dictionary(score.items.map { ($0.item, $0) }) { first, _ in first }
        let sections = try form(of: sheet).sections.map { section in
            section.explanation(of: section.items.compactMap { items[$0.id] })
        }
        let sum = score.sections.reduce(Mark.zero) { $0 + $1.marks }
        let least =
            sum == score.total
            ? Bilingual("", "") : Bilingual("（各大题合计 \(sum) 分，整卷最低 0 分）", " (\(sum) in all; a paper earns 0 at least)")
        return sections + [Bilingual("总分 \(score.total) 分\(least.chinese)", "total \(score.total)\(least.english)")]
    }
}

extension GradableSection {
    /// The steps of ``score(of:)`` in words.
    fileprivate func explanation(of scores: [ItemScore]) -> Bilingual {
        let sum = scores.reduce(Mark.zero) { $0 + $1.marks }
        let left = scores.reduce(Mark.zero) { $0 + $1.full }
        let (scaled, floored) = (self.scaled(scores), score(of: scores).marks)
        var words = Bilingual("\(title)：各题合计 \(sum) 分", "\(title): \(sum) in its items")
        if left != full, left != .zero {
            words = Bilingual(
                words.chinese + "，剔除作废题后满分 \(left) 分，折算为 \(scaled) 分",
                words.english + ", of \(left) without what was voided, which makes \(scaled)")
        }
        if floored != scaled {
            words = Bilingual(
                words.chinese + "，大题最低 \(floored) 分", words.english + ", \(floored) at least for the section")
        }
        return Bilingual("\(words.chinese)（满分 \(full)）", "\(words.english) (of \(full))")
    }
}

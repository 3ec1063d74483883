package import ExamModel

extension Grader {
    /// Explains a sheet, item by item in the order of the candidate's paper.
    ///
    /// - Parameters:
    ///   - shown: The questions of the candidate's own paper with their options in the order on that screen, where the
    ///     letters come from; what is not named stands as on the form.
    ///   - hand: What markers gave this candidate's answers.
    /// - Throws: What ``grade(_:hand:)`` throws.
    package func explain(
        _ sheet: AnswerSheet, shown: [Question], hand: [HandMark] = []
    ) throws(Refusal) -> [MarkExplanation] {
        let marks = Dictionary(hand.filter { $0.ticket == sheet.ticket }.map { ($0.item, $0) }) { first, _ in first }
        _ = try grade(sheet, hand: marks.mapValues(\.marks))
        let form = try form(of: sheet)
        let responses = Dictionary(sheet.responses.map { ($0.item, $0) }) { first, _ in first }
        let titles = Dictionary(
            form.sections.flatMap { section in section.items.map { ($0.id, section.title) } }
        ) { first, _ in first }
        return shown.enumerated().compactMap { index, question in
            form.items[question.id].map { item in
                ItemExplainer(
                    item: item, order: question.item.options.map(\.id), response: responses[item.id],
                    hand: marks[item.id]
                ).explanation(number: index + 1, section: titles[item.id] ?? "")
            }
        }
    }
}

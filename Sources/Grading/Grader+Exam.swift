package import ExamModel

extension Grader {
    /// Marks all sheets of an exam. Nothing is dropped: what earns no score is an exception with a reason.
    ///
    /// - Parameters:
    ///   - expected: Everybody who may sit, with the form that they were given.
    ///   - hand: What markers gave, one mark a candidate and item.
    ///   - rulings: What people decided about single sheets.
    package func grade(
        _ sheets: [ReceivedSheet], of exam: ExamID, expected: [TicketNumber: FormID], hand: [HandMark] = [],
        rulings: SheetRulings = .none
    ) -> GradedExam {
        let register = SheetRegister(sheets, exam: exam, expected: expected, rulings: rulings)
        let marks = Dictionary(grouping: hand, by: \.ticket).mapValues { own in
            Dictionary(own.map { ($0.item, $0.marks) }) { first, _ in first }
        }
        var scores: [Score] = []
        var exceptions: [SheetException] = []
        for (index, sheet) in sheets.enumerated() {
            switch sheet.content {
            case .failure(let refusal):
                exceptions.append(SheetException(sheet.source, ticket: nil, refusal))
            case .success(let answers):
                if let (reason, message) = register.objection(to: answers, at: index) {
                    exceptions.append(
                        SheetException(source: sheet.source, ticket: answers.ticket, reason: reason, message: message))
                    continue
                }
                do throws(Refusal) {
                    scores.append(try grade(answers, hand: marks[answers.ticket] ?? [:]))
                } catch {
                    exceptions.append(SheetException(sheet.source, ticket: answers.ticket, error))
                }
            }
        }
        let scored = Set(scores.map(\.ticket))
        let seen = Set(exceptions.compactMap(\.ticket))
        let unscored = expected.keys.filter { !scored.contains($0) }.sorted()
        return GradedExam(
            received: sheets.count, scores: scores.sorted { $0.ticket < $1.ticket }, exceptions: exceptions,
            withheld: unscored.filter(seen.contains), absent: unscored.filter { !seen.contains($0) })
    }
}

extension SheetException {
    /// A sheet that was refused: damaged, or not marked to its end yet.
    fileprivate init(_ source: String, ticket: TicketNumber?, _ refusal: Refusal) {
        self.init(
            source: source, ticket: ticket, reason: refusal.has(.notMarked) ? .incomplete : .damaged,
            message: Bilingual(
                refusal.findings.map { $0.message.chinese }.joined(separator: "；"),
                refusal.findings.map { $0.message.english }.joined(separator: "; ")))
    }
}

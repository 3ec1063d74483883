package import ExamModel

extension Grader {
    /// Marks all sheets of an exam. Nothing is dropped: what earns no score is an exception with a reason.
    ///
    /// - Parameter expected: Everybody who may sit, with the form that they were given.
    package func grade(_ sheets: [ReceivedSheet], of exam: ExamID, expected: [TicketNumber: FormID]) -> GradedExam {
        let register = SheetRegister(sheets, exam: exam)
        var scores: [Score] = []
        var exceptions: [SheetException] = []
        for (index, sheet) in sheets.enumerated() {
            switch sheet.content {
            case .failure(let refusal):
                exceptions.append(.damaged(sheet.source, ticket: nil, refusal))
            case .success(let answers):
                if let (reason, message) = register.objection(to: answers, at: index, expected: expected) {
                    exceptions.append(
                        SheetException(source: sheet.source, ticket: answers.ticket, reason: reason, message: message))
                    continue
                }
                do throws(Refusal) {
                    scores.append(try grade(answers))
                } catch {
                    exceptions.append(.damaged(sheet.source, ticket: answers.ticket, error))
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
    fileprivate static func damaged(_ source: String, ticket: TicketNumber?, _ refusal: Refusal) -> SheetException {
        SheetException(
            source: source, ticket: ticket, reason: .damaged,
            message: Bilingual(
                refusal.findings.map { $0.message.chinese }.joined(separator: "；"),
                refusal.findings.map { $0.message.english }.joined(separator: "; ")))
    }
}

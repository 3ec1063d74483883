import ExamModel

/// Which sheets of the exam came in from each candidate, and what people ruled about them.
struct SheetRegister {
    private let exam: ExamID
    private let expected: [TicketNumber: FormID]
    private let voided: [TicketNumber: String]
    /// The source that counts, of candidates for whom one was chosen.
    private let chosen: [TicketNumber: String]
    /// Each candidate's different sheets, with the index of the first copy of each.
    private var copies: [TicketNumber: [AnswerSheet: Int]] = [:]
    /// The sheet that was chosen.
    private var choices: [TicketNumber: AnswerSheet] = [:]

    init(
        _ sheets: [ReceivedSheet], exam: ExamID, expected: [TicketNumber: FormID], rulings: SheetRulings = .none
    ) {
        self.exam = exam
        self.expected = expected
        voided = Dictionary(rulings.voided.map { ($0.ticket, $0.reason) }) { first, _ in first }
        chosen = Dictionary(rulings.chosen.map { ($0.ticket, $0.source) }) { first, _ in first }
        for (index, sheet) in sheets.enumerated() {
            guard case .success(let answers) = sheet.content, answers.exam == exam else { continue }
            if copies[answers.ticket]?[answers] == nil { copies[answers.ticket, default: [:]][answers] = index }
            if chosen[answers.ticket] == sheet.source { choices[answers.ticket] = answers }
        }
    }

    /// Why the sheet at `index` may not be marked; nil when it may.
    func objection(to sheet: AnswerSheet, at index: Int) -> (SheetException.Reason, Bilingual)? {
        guard sheet.exam == exam else {
            return (
                .wrongExam,
                Bilingual("这份答卷属于考试“\(sheet.exam)”，不是本场", "the sheet is of exam \(sheet.exam), not of this one")
            )
        }
        guard let form = expected[sheet.ticket] else {
            return (
                .unknownTicket,
                Bilingual("考生名册中没有准考证号 \(sheet.ticket)", "the roster has no ticket \(sheet.ticket)")
            )
        }
        if let reason = voided[sheet.ticket] {
            return (.voided, Bilingual("答卷作废：\(reason)", "the sheet was voided: \(reason)"))
        }
        if sheet.ending == .voided {
            return (.voided, Bilingual("监考员已宣布这份答卷作废", "the invigilator declared the sheet void"))
        }
        if let objection = repetition(of: sheet, at: index) { return objection }
        guard sheet.form == form else {
            return (
                .wrongForm,
                Bilingual(
                    "考生 \(sheet.ticket) 应作答试卷“\(form)”，答卷却是“\(sheet.form)”",
                    "\(sheet.ticket) was given form \(form), the sheet is of form \(sheet.form)")
            )
        }
        return nil
    }

    /// Why another sheet of the candidate keeps this one from being marked.
    private func repetition(of sheet: AnswerSheet, at index: Int) -> (SheetException.Reason, Bilingual)? {
        let own = copies[sheet.ticket] ?? [:]
        if let choice = choices[sheet.ticket], choice != sheet {
            return (
                .superseded,
                Bilingual("经裁定以另一份答卷为准", "another sheet of the candidate was chosen to count")
            )
        }
        guard own.count == 1 || choices[sheet.ticket] != nil else {
            return (
                .conflicting,
                Bilingual(
                    "考生 \(sheet.ticket) 有 \(own.count) 份内容不同的答卷，须裁定以哪份为准",
                    "\(own.count) different sheets of \(sheet.ticket) came in; decide which one counts")
            )
        }
        guard own[sheet] == index else {
            return (
                .duplicate,
                Bilingual("与已收到的答卷完全相同，不再计分", "the same sheet came in before and is not marked again")
            )
        }
        return nil
    }
}

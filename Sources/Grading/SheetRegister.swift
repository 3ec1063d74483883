import ExamModel

/// Which sheets of the exam came in from each candidate.
struct SheetRegister {
    private let exam: ExamID
    /// Each candidate's different sheets, with the index of the first copy of each.
    private var copies: [TicketNumber: [AnswerSheet: Int]] = [:]

    init(_ sheets: [ReceivedSheet], exam: ExamID) {
        self.exam = exam
        for (index, sheet) in sheets.enumerated() {
            guard case .success(let answers) = sheet.content, answers.exam == exam else { continue }
            if copies[answers.ticket]?[answers] == nil { copies[answers.ticket, default: [:]][answers] = index }
        }
    }

    /// Why the sheet at `index` may not be marked; nil when it may.
    func objection(
        to sheet: AnswerSheet, at index: Int, expected: [TicketNumber: FormID]
    ) -> (SheetException.Reason, Bilingual)? {
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
        let own = copies[sheet.ticket] ?? [:]
        guard own.count == 1 else {
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
}

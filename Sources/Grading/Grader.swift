package import AnswerKey
package import ExamModel

/// Marks answer sheets (阅卷) by the keys and the rules of the forms. Pure: the same sheet always earns the same.
package struct Grader: Sendable {
    let forms: [FormID: GradableForm]

    /// - Parameters:
    ///   - items: Every item on the forms, in the version that they name: what options there are.
    ///   - keys: One key for each item on the forms; which version of a key applies is the caller's choice.
    ///   - voided: Items or sub-items that the judges voided, with what becomes of them.
    /// - Throws: Everything that keeps the forms from being marked: `MISSING_ITEM`, `MISSING_KEY`, `UNFIT_KEY`,
    ///   `UNFIT_RULE`, `GIVEN_TWICE`, `SECTION_VOIDED`.
    package init(
        forms: [Form], items: [Item], keys: [Key], voided: [ItemID: VoidedItems] = [:]
    ) throws(Refusal) {
        var preparation = Preparation(items: items, keys: keys, voided: voided)
        self.forms = preparation.gradable(forms)
        guard preparation.findings.isEmpty else { throw Refusal(preparation.findings) }
    }

    /// The score of one sheet: the item's marks by the section's rule, no section below its floor, the paper not below
    /// zero, unanswered items nothing.
    ///
    /// - Parameter hand: What markers gave this candidate's answers.
    /// - Throws: What no terminal of ours writes, so that a person must look at the sheet: `UNKNOWN_FORM`,
    ///   `UNKNOWN_ITEM`, `UNKNOWN_OPTION`, `DUPLICATE_RESPONSE`, `WRONG_KIND_OF_RESPONSE`, `BAD_TIME`; and `NOT_MARKED`
    ///   when an answer that people mark has no mark yet.
    package func grade(_ sheet: AnswerSheet, hand: [ItemID: Mark] = [:]) throws(Refusal) -> Score {
        let form = try form(of: sheet)
        let findings = form.faults(of: sheet)
        guard findings.isEmpty else { throw Refusal(findings) }

        let responses = Dictionary(sheet.responses.map { ($0.item, $0) }) { first, _ in first }
        var (items, unmarked): ([[ItemScore]], [ItemID]) = ([], [])
        for section in form.sections {
            var scores: [ItemScore] = []
            for item in section.items {
                if let score = item.score(for: responses[item.id], hand: hand[item.id]) {
                    scores.append(score)
                } else {
                    unmarked.append(item.id)
                }
            }
            items.append(scores)
        }
        guard unmarked.isEmpty else { throw Refusal([.notMarked(unmarked, of: sheet.ticket)]) }
        let sections = zip(form.sections, items).map { $0.score(of: $1) }
        return Score(
            ticket: sheet.ticket, form: sheet.form, total: max(sections.reduce(.zero) { $0 + $1.marks }, .zero),
            sections: sections, items: items.flatMap(\.self), seconds: sheet.seconds)
    }

    func form(of sheet: AnswerSheet) throws(Refusal) -> GradableForm {
        guard let form = forms[sheet.form] else {
            throw Refusal(
                .unknownForm, "答卷用的试卷“\(sheet.form)”不属于本场考试；请核对启封的试卷",
                "form \(sheet.form) is not of this exam; check which paper was released")
        }
        return form
    }
}

extension Finding {
    fileprivate static func notMarked(_ items: [ItemID], of ticket: TicketNumber) -> Finding {
        let list = items.map(\.text).joined(separator: "、")
        return Finding(
            .error, .notMarked,
            Bilingual(
                "考生 \(ticket) 的试题 \(list) 还没有人工评分；请用 kaochang grade sheet 导出评分表，评后用 grade --marks 录入",
                "items \(list) of \(ticket) await their marks; write the sheet with kaochang grade sheet, take it in with "
                    + "grade --marks"))
    }
}

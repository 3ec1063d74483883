package import AnswerKey
package import ExamModel

/// Marks answer sheets (阅卷) by the keys and the rules of the forms. Pure: the same sheet always earns the same.
package struct Grader: Sendable {
    let forms: [FormID: GradableForm]

    /// - Parameters:
    ///   - items: Every item on the forms, in the version that they name: what options there are.
    ///   - keys: One key for each item on the forms; which version of a key applies is the caller's choice.
    /// - Throws: Everything that keeps the forms from being marked: `MISSING_ITEM`, `MISSING_KEY`, `UNFIT_KEY`,
    ///   `UNFIT_RULE`, `GIVEN_TWICE`.
    package init(forms: [Form], items: [Item], keys: [Key]) throws(Refusal) {
        var preparation = Preparation(items: items, keys: keys)
        self.forms = preparation.gradable(forms)
        guard preparation.findings.isEmpty else { throw Refusal(preparation.findings) }
    }

    /// The score of one sheet: the item's marks by the section's rule, no section below zero, unanswered items nothing.
    ///
    /// - Throws: What no terminal of ours writes, so that a person must look at the sheet: `UNKNOWN_FORM`,
    ///   `UNKNOWN_ITEM`, `UNKNOWN_OPTION`, `DUPLICATE_RESPONSE`, `BAD_TIME`.
    package func grade(_ sheet: AnswerSheet) throws(Refusal) -> Score {
        guard let form = forms[sheet.form] else {
            throw Refusal(
                .unknownForm, "答卷用的试卷“\(sheet.form)”不属于本场考试；请核对启封的试卷",
                "form \(sheet.form) is not of this exam; check which paper was released")
        }
        let findings = form.faults(of: sheet)
        guard findings.isEmpty else { throw Refusal(findings) }

        let chosen = Dictionary(sheet.responses.map { ($0.item, Set($0.options)) }) { first, _ in first }
        let items = form.sections.map { $0.scores(for: chosen) }
        let sections = zip(form.sections, items).map { $0.score(of: $1) }
        return Score(
            ticket: sheet.ticket, form: sheet.form, total: sections.reduce(.zero) { $0 + $1.marks },
            sections: sections, items: items.flatMap(\.self), seconds: sheet.seconds)
    }
}

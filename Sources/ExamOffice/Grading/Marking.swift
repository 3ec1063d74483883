import AnswerKey
import ExamModel
import Foundation
import Grading

/// Everything that marking an exam takes. Scores are a function of these values alone, so that an audit makes them again.
struct Marking {
    let exam: ExamID
    let forms: [Form]
    let items: [Item]
    /// With every approved correction.
    let keys: CorrectedKeys
    let grader: Grader
    let expected: [TicketNumber: FormID]
    let sheets: [ReceivedSheet]
    var hand: [HandMark]
    var rulings: SheetRulings
    /// The answer files and the approved regrades that all this was read from.
    let files: [URL]
    let regrades: [URL]

    init(
        exam: ExamID, forms: [Form], items: [Item], keys: [Key], corrections: [KeyCorrection],
        expected: [TicketNumber: FormID],
        sheets: [ReceivedSheet], hand: [HandMark], rulings: SheetRulings, files: [URL] = [], regrades: [URL] = []
    ) throws(Refusal) {
        self.exam = exam
        self.forms = forms
        self.items = items
        self.expected = expected
        self.sheets = sheets
        self.hand = hand
        self.rulings = rulings
        self.files = files
        self.regrades = regrades
        self.keys = try CorrectedKeys(keys, corrections)
        grader = try Grader(forms: forms, items: items, keys: self.keys.keys, voided: self.keys.voided)
    }

    /// The same with further corrections.
    func corrected(by corrections: [KeyCorrection]) throws(Refusal) -> Marking {
        try Marking(
            exam: exam, forms: forms, items: items, keys: keys.keys,
            corrections: keys.voided.map { KeyCorrection(item: $0.key, change: .void($0.value), reason: "") }
                + corrections,
            expected: expected, sheets: sheets, hand: hand, rulings: rulings, files: files, regrades: regrades)
    }

    func graded() -> GradedExam {
        grader.grade(sheets, of: exam, expected: expected, hand: hand, rulings: rulings)
    }

    /// What people have to mark, of every candidate one sheet of whom counts.
    func tasks() throws(Refusal) -> [HandTask] {
        var tasks: [HandTask] = []
        for sheet in countedSheets() { tasks += try grader.handTasks(of: sheet) }
        return tasks
    }

    /// The sheets that are marked, or would be if people's marks were there.
    func countedSheets() -> [AnswerSheet] {
        let graded = graded()
        let refused = Set(graded.exceptions.filter { $0.reason != .incomplete }.map(\.source))
        return sheets.compactMap { sheet in
            guard case .success(let answers) = sheet.content, !refused.contains(sheet.source) else { return nil }
            return answers
        }
    }

    func refuseUnfitRulings() throws(Refusal) {
        let findings = Grader.faults(of: rulings, sheets: sheets, expected: expected)
        guard findings.isEmpty else { throw Refusal(findings) }
    }
}

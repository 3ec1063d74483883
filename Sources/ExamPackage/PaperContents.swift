package import ExamModel
package import Foundation
package import Sealing

/// What goes into a sealed paper.
package struct PaperContents: Sendable {
    package let exam: Exam
    package let candidates: [SeatAssignment]
    package let forms: [FormContent]
    /// Keys and seed as canonical JSON, in a shape that only grading knows. This room does not look inside.
    package let grading: Data
    /// Hashes of the bank and the blueprint that the forms were assembled from.
    package let bank: Digest
    package let blueprint: Digest
    /// Only its hash is written; the caller puts the seed itself into `grading`.
    package let seed: Seed
    /// The head of the exam's ledger.
    package let ledger: Digest

    package init(
        exam: Exam, candidates: [SeatAssignment], forms: [FormContent], grading: Data, bank: Digest, blueprint: Digest,
        seed: Seed, ledger: Digest
    ) {
        self.exam = exam
        self.candidates = candidates
        self.forms = forms
        self.grading = grading
        self.bank = bank
        self.blueprint = blueprint
        self.seed = seed
        self.ledger = ledger
    }

    /// Refuses forms that are missing, named twice or not fit for a file name, and candidates without a form.
    func check() throws(Refusal) {
        for form in forms { try PartName.check(form.id) }
        let ids = Set(forms.map(\.id))
        guard !forms.isEmpty, ids.count == forms.count else {
            throw Refusal(
                .packageInconsistent, "至少需要一份试卷，且编号不得重复。", "At least one form is needed, and no id may stand twice.")
        }
        if let lost = candidates.first(where: { !ids.contains($0.form) }) {
            throw Refusal(
                .packageInconsistent, "考生 \(lost.ticket) 的试卷 \(lost.form) 不在卷中，请重新编排座位。",
                "The form \(lost.form) of candidate \(lost.ticket) is not in the paper; seat the candidates again.")
        }
    }
}

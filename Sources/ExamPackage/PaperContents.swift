package import ExamModel
package import Foundation
package import Sealing

/// What goes into a sealed paper.
package struct PaperContents: Sendable {
    package let exam: Exam
    /// Who sits at which site. Every site of the exam, and no other, is named.
    package let seating: [Holder: [SeatAssignment]]
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
        exam: Exam, seating: [Holder: [SeatAssignment]], forms: [FormContent], grading: Data, bank: Digest,
        blueprint: Digest,
        seed: Seed, ledger: Digest
    ) {
        self.exam = exam
        self.seating = seating
        self.forms = forms
        self.grading = grading
        self.bank = bank
        self.blueprint = blueprint
        self.seed = seed
        self.ledger = ledger
    }

    /// Refuses forms that are missing, named twice or not fit for a file name, other sites than the exam's, and candidates who
    /// have no form or two seats.
    func check() throws(Refusal) {
        for form in forms { try PartName.check(form.id) }
        let ids = Set(forms.map(\.id))
        guard !forms.isEmpty, ids.count == forms.count else {
            throw Refusal(
                .packageInconsistent, "至少需要一份试卷，且编号不得重复。", "At least one form is needed, and no id may stand twice.")
        }
        guard Set(seating.keys) == Set(Holder.all(.site, at: exam.sites)) else {
            throw Refusal(
                .packageInconsistent, "座位表的考点与 exam.yaml 的不一致，请重新编排座位。",
                "The sites of the seating are not those of exam.yaml; seat the candidates again.")
        }
        let candidates = seating.values.flatMap(\.self)
        let tickets = Dictionary(grouping: candidates, by: \.ticket)
        if let twice = tickets.first(where: { $0.value.count > 1 })?.key {
            throw Refusal(
                .packageInconsistent, "准考证号 \(twice) 编排了两个座位，请重新编排座位。",
                "Ticket \(twice) has two seats; seat the candidates again.")
        }
        if let lost = candidates.first(where: { !ids.contains($0.form) }) {
            throw Refusal(
                .packageInconsistent, "考生 \(lost.ticket) 的试卷 \(lost.form) 不在卷中，请重新编排座位。",
                "The form \(lost.form) of candidate \(lost.ticket) is not in the paper; seat the candidates again.")
        }
    }
}

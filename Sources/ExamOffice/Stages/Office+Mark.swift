import Assembly
import ExamModel
import ExamSettings
import Foundation
import ItemBank
import Ledger

extension Office {
    /// A proof-reader's marks (`paper mark`): the items go back to review, and the forms get others in their places.
    /// Nothing changes when no others can be found.
    ///
    /// - Parameters:
    ///   - marks: running numbers as the proof shows them, or ids of items.
    ///   - remark: what is wrong; it goes into the items' history.
    func mark(_ marks: [String], in id: FormID, reader: String, remark: String) throws(Refusal) -> MarkDocument {
        let reader = try Self.named(reader)
        let record = try assemblyRecord()
        let marked = try items(marks, in: try form(id, of: record))
        let bank = try assembledBank()
        let written = try folder.readBlueprint().with(forms: record.forms.count)
        try refuseChanges(since: record, bank: try bankItems())
        try refuseAfterRelease()
        let pool = try assembledPool(bank)
        let mended = record.with(
            forms: try Self.mended(
                record.forms, after: record.rounds, adding: [marked], written, pool, record.seed),
            withdrawn: record.rounds + [marked])
        _ = try BankDesk(self).review(marked.map(\.text), .sendBack, by: reader, reason: remark)
        let stage = try begin(.paperMark)
        try folder.writeResult(mended, to: folder.forms)
        try stage.record(
            inputs: [folder.pool, folder.formsBank], outputs: [folder.forms],
            note: [
                "form": id.text, "reader": reader, Self.markedNote: Self.marked(marked), "remark": remark,
            ])
        let document = MarkDocument(from: record.forms, to: mended.forms, returned: marked)
        document.say(on: console)
        return document
    }

    /// How the ledger notes the items of a round.
    static func marked(_ items: [ItemID]) -> String { items.map(\.text).joined(separator: " ") }

    static let markedNote = "items"

    /// What anybody makes again from the forms of an assembly and the items that proof-readers took out of them.
    ///
    /// - Parameters:
    ///   - before: the rounds of proof-reading that the forms have behind them.
    ///   - more: the items of each further round, in their order.
    static func mended(
        _ forms: [Form], after before: [[ItemID]] = [], adding more: [[ItemID]],
        _ written: WrittenBlueprint, _ pool: [PoolEntry], _ seed: Seed
    ) throws(Refusal) -> [Form] {
        var forms = forms
        var gone = Set(before.flatMap(\.self))
        for (index, round) in more.enumerated() {
            gone.formUnion(round)
            let left = pool.filter { !gone.contains($0.item.id) }
            do throws(AssemblyFailure) {
                forms = try Assembler(written.blueprint, pool: left).mended(
                    forms, without: Set(round), seed: seed, round: before.count + index)
            } catch {
                throw error.refusal { written.place(of: $0) }
            }
            let broken = FormChecker(written.blueprint, pool: left).findings(in: forms)
            guard broken.isEmpty else { throw Refusal(broken) }
        }
        return forms
    }

    private func items(_ marks: [String], in form: Form) throws(Refusal) -> [ItemID] {
        var found: [ItemID] = []
        for mark in marks {
            let ids = form.items.map(\.id)
            let number = Int(mark).flatMap { ids.indices.contains($0 - 1) ? ids[$0 - 1] : nil }
            guard let id = ids.first(where: { $0.text == mark }) ?? number else {
                throw Refusal(
                    .itemNotInForm, "试卷 \(form.id) 里没有“\(mark)”；请写校样上的题号（1 到 \(ids.count)）或试题编号",
                    "form \(form.id) has no “\(mark)”; write a number of the proof (1 to \(ids.count)) or an item's id")
            }
            if !found.contains(id) { found.append(id) }
        }
        return found
    }
}

extension LedgerAction {
    static let paperMark = LedgerAction(rawValue: "paper.mark")
}

extension FindingCode {
    static let itemNotInForm: FindingCode = "ITEM_NOT_IN_FORM"
}

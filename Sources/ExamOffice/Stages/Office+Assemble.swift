import AnswerKey
import Assembly
import AtomicFile
import ExamModel
import ExamSettings
import Foundation
import ItemBank
import Ledger
import Sealing

extension Office {
    /// Assembles the forms (`paper assemble`) and holds them against the blueprint before they count.
    ///
    /// - Parameter seed: when nil, that of the draw, or random where there is no draw.
    func assemble(seed: Seed?, forms count: Int? = nil) throws(Refusal) -> [Form] {
        let stage = try begin(.paperAssemble)
        try refuseAfterRelease()
        let written = try folder.readBlueprint().with(forms: count)
        let bank = try bankItems()
        let items = bank.map(\.item)
        let assembler = Assembler(written.blueprint, pool: items)
        try refuseShortages(assembler.shortages, in: written)
        let bankDigest = try ItemBank.digest(of: bank)
        let (seed, draw) = try assemblySeed(given: seed, bank: bankDigest, stage.account)
        let forms = try assembler.forms(seed: seed)
        let broken = FormChecker(written.blueprint, bank: items).findings(in: forms)
        guard broken.isEmpty else { throw Refusal(broken) }
        let record = AssemblyRecord(
            forms: forms, seed: seed, draw: draw, bank: bankDigest,
            blueprint: try digest(of: folder.blueprintFile))
        try folder.writeResult(record, to: folder.forms)
        try AtomicFile.write(try ItemBank.lines(of: bank), to: folder.formsBank, permissions: 0o600)
        try stage.record(
            inputs: [folder.blueprintFile], outputs: [folder.forms, folder.formsBank],
            note: ["bank": record.bank.description, "forms": "\(forms.count)"])
        console.say(
            "已组卷 \(forms.count) 套，每套 \(written.blueprint.itemCount) 题、\(written.blueprint.total) 分，逐条核对符合命题细目表",
            "assembled \(forms.count) form(s) of \(written.blueprint.itemCount) items, \(written.blueprint.total) marks; "
                + "checked against the blueprint")
        return forms
    }

    /// Points each shortage at its section's line in the blueprint.
    private func refuseShortages(_ shortages: [Shortage], in written: WrittenBlueprint) throws(Refusal) {
        guard !shortages.isEmpty else { return }
        throw Refusal(
            shortages.map { shortage in
                Finding(
                    .error, .bankTooSmall, at: Place(file: written.file, line: written.sectionLines[shortage.section]),
                    shortage.message(in: written.blueprint))
            })
    }

    /// The bank that the forms were assembled from.
    func assembledBank() throws(Refusal) -> [KeyedItem] {
        let data = try AtomicFile.read(folder.formsBank, limit: 1 << 30)
        try refuseChange(of: folder.formsBank, digest: Digest(of: data))
        return try ItemBank.items(in: data, at: Place(file: folder.name(of: folder.formsBank)))
    }

    func assemblyRecord() throws(Refusal) -> AssemblyRecord {
        try result(AssemblyRecord.self, at: folder.forms, madeBy: "paper assemble")
    }
}

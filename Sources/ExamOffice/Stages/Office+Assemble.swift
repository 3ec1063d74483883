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
        let pool = try assemblyPool(bank)
        try refuseUnknownNames(in: written, pool: pool)
        try refuseTooFewForms(written.blueprint.forms, in: written)
        let bankDigest = try ItemBank.digest(of: bank)
        let (seed, draw) = try assemblySeed(given: seed, bank: bankDigest, pool: pool, stage.account)
        if draw != nil, written.blueprint.forms != (try folder.readBlueprint().blueprint.forms) {
            throw Refusal(
                .seedDrawn, "抽签之后套数以冻结的 blueprint.yaml 为准，不能再用 --forms 指定",
                "after a draw the number of forms is that of the frozen blueprint.yaml; --forms cannot set it")
        }
        let forms = try Self.forms(written, pool: pool, seed: seed)
        let record = AssemblyRecord(
            forms: forms, seed: seed, draw: draw, bank: bankDigest,
            blueprint: try digest(of: folder.blueprintFile))
        try folder.writeResult(pool.map(\.facts), to: folder.pool)
        try folder.writeResult(record, to: folder.forms)
        try AtomicFile.write(try ItemBank.lines(of: bank), to: folder.formsBank, permissions: 0o600)
        try stage.record(
            inputs: [folder.blueprintFile], outputs: [folder.pool, folder.forms, folder.formsBank],
            note: ["bank": record.bank.description, "forms": "\(forms.count)"])
        console.say(
            "已组卷 \(forms.count) 套，每套 \(written.blueprint.itemCount) 题、\(written.blueprint.total) 分，逐条核对符合命题细目表",
            "assembled \(forms.count) form(s) of \(written.blueprint.itemCount) items, \(written.blueprint.total) marks; "
                + "checked against the blueprint")
        return forms
    }

    /// What anybody makes again from blueprint, pool and seed, held against the blueprint by the checker.
    static func forms(_ written: WrittenBlueprint, pool: [PoolEntry], seed: Seed) throws(Refusal) -> [Form] {
        let forms: [Form]
        do throws(AssemblyFailure) {
            forms = try Assembler(written.blueprint, pool: pool).forms(seed: seed)
        } catch {
            throw error.refusal { written.place(of: $0) }
        }
        let broken = FormChecker(written.blueprint, pool: pool).findings(in: forms)
        guard broken.isEmpty else { throw Refusal(broken) }
        return forms
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

extension WrittenBlueprint {
    /// Where a rule stands in the blueprint's file.
    func place(of rule: BlueprintRule) -> Place {
        Place(file: file, line: line(of: rule))
    }

    private func line(of rule: BlueprintRule) -> Int? {
        switch rule {
        case .section(let section), .topic(let section, _), .letters(let section), .judgement(let section),
            .run(let section), .minutes(let section):
            sectionLines[section]
        case .cell(let index): cellLines[index]
        case .level: line(of: "difficulty")
        case .meanP: line(of: "mean-p")
        case .spread: line(of: "spread")
        case .discrimination: line(of: "discrimination")
        case .seconds: line(of: "time")
        case .reading: line(of: "reading")
        case .source: line(of: "sources")
        case .perArticle: line(of: "per-article")
        case .enemies: line(of: "enemies") ?? line(of: "sections")
        case .mustHave: line(of: "must-have")
        case .uses: line(of: "most-uses")
        case .shared: line(of: "most-shared")
        }
    }
}

import AnswerKey
import Assembly
import CanonicalJSON
import ExamModel
import ExamPackage
import ExamSettings
import Foundation
import ItemBank
import Ledger
import Sealing

extension Office {
    /// Seals the paper (`paper seal`): forms for the site under the release key, keys and seed for grading, the manifest
    /// signed by exam affairs and supervision. Nothing may have changed since the forms were assembled.
    func seal() throws(Refusal) -> PaperManifest {
        let stage = try begin(.paperSeal)
        try refuseAfterRelease()
        let record = try assemblyRecord()
        let bank = try bankItems()
        try refuseUnfit(record, bank: bank)
        let used = Set(record.forms.flatMap(\.items))
        let keyed = bank.filter { used.contains(ItemReference(id: $0.item.id, version: $0.item.version)) }
        let items = Dictionary(keyed.map { (ItemReference(id: $0.item.id, version: $0.item.version), $0.item) }) { $1 }
        var contents: [FormContent] = []
        let shuffle = try shufflePlan(record, items: keyed.map(\.item))
        for form in record.forms { contents.append(try FormContent(form, items: items, shuffle: shuffle)) }
        let candidates = try assignments(to: record)
        let exam = try folder.readExam()
        let seating = try seating(of: candidates, at: exam)
        let grading = GradingPart(
            seed: record.seed, draw: record.draw,
            assignments: Dictionary(uniqueKeysWithValues: candidates.map { ($0.ticket.text, $0.form) }),
            sites: Self.sites(in: seating), forms: record.forms, items: keyed.map(\.item), keys: keyed.map(\.key),
            shuffle: shuffle)
        try folder.makeFolder(folder.paper.deletingLastPathComponent())
        let sealed = PaperContents(
            exam: exam, seating: seating, forms: contents,
            grading: try CanonicalJSON.encode(grading), bank: record.bank, blueprint: record.blueprint,
            seed: record.seed, ledger: stage.account.head)
        let package = try PaperPackage.seal(
            sealed,
            office: try credential(of: .office), supervision: try credential(of: .supervision),
            sites: try siteCertificates(of: exam), grading: try certificate(of: .grading), trusting: try trust(),
            at: clock(), to: folder.paper)
        try stage.record(
            inputs: [folder.forms, folder.roster, folder.examFile, folder.blueprintFile, folder.rulesFile],
            outputs: [folder.paper])
        console.say(
            "已封卷：\(folder.name(of: folder.paper))，考务组、监督组双签；启封之前考点打不开任何一题",
            "sealed \(folder.name(of: folder.paper)), signed by exam affairs and supervision; the site can open nothing yet"
        )
        if try folder.readRules().voidedItems == nil {
            console.say(
                "注意：rules.yaml 没有写 voided-items（作废题给满分还是剔除折算）。排名规则自封卷起不能再改，需要的话请现在写好、重新封卷",
                "note: rules.yaml has no voided-items, what an item earns that is voided on appeal. Rules stand fixed from the "
                    + "seal on; write it now and seal again if you need it")
        }
        return package.manifest
    }

    private func siteCertificates(of exam: Exam) throws(Refusal) -> [Holder: Certificate] {
        var certificates: [Holder: Certificate] = [:]
        for site in Holder.all(.site, at: exam.sites) { certificates[site] = try keys.certificate(of: site) }
        return certificates
    }

    /// Checks the seal (`paper verify`).
    func verifyPaper() throws(Refusal) -> PaperManifest {
        let package = try sealedPaper()
        console.say(
            "试卷包完好：签名有效，\(package.manifest.parts.count) 个部分与清单相符",
            "the package is sound: both signatures hold, \(package.manifest.parts.count) parts are as listed")
        return package.manifest
    }

    func sealedPaper() throws(Refusal) -> PaperPackage {
        guard FileManager.default.fileExists(atPath: folder.paper.path) else {
            throw Refusal(
                .stageMissing, at: Place(file: folder.name(of: folder.paper)), "还没有封卷，请先运行 kaochang paper seal",
                "nothing is sealed yet; run kaochang paper seal")
        }
        try refuseChange(of: folder.paper, digest: try digest(of: folder.paper))
        return try PaperPackage.open(folder.paper, trusting: try trust())
    }

    /// Refuses to seal what has changed since the assembly, breaks the blueprint, or seats somebody who is barred.
    private func refuseUnfit(_ record: AssemblyRecord, bank: [KeyedItem]) throws(Refusal) {
        try refuseChanges(since: record, bank: bank)
        let written = try folder.readBlueprint().with(forms: record.forms.count)
        try refuseTooFewForms(record.forms.count, in: written)
        let pool = try assembledPool(try assembledBank())
        let broken = FormChecker(written.blueprint, pool: pool).findings(in: record.forms)
        guard broken.isEmpty else { throw Refusal(broken) }
        let barred = try barredCandidates()
        guard barred.isEmpty else { throw Refusal(barred) }
    }

    /// Items that proof-readers took out may have changed since.
    func refuseChanges(since record: AssemblyRecord, bank: [KeyedItem]) throws(Refusal) {
        let gone = Set(record.rounds.flatMap(\.self))
        let rest = { (bank: [KeyedItem]) in bank.filter { !gone.contains($0.item.id) } }
        guard try ItemBank.digest(of: rest(bank)) == ItemBank.digest(of: rest(try assembledBank())) else {
            throw Refusal(
                .changedSinceAssembly, at: Place(file: folder.name(of: folder.bank)), "组卷之后题库有变动，请重新组卷再封卷",
                "the bank has changed since the forms were assembled; assemble again")
        }
        guard try digest(of: folder.blueprintFile) == record.blueprint else {
            throw Refusal(
                .changedSinceAssembly, at: Place(file: folder.name(of: folder.blueprintFile)), "组卷之后命题细目表有变动，请重新组卷再封卷",
                "the blueprint has changed since the forms were assembled; assemble again")
        }
    }

    /// Who sits where with which form: neighbours have as little in common as can be.
    private func assignments(to record: AssemblyRecord) throws(Refusal) -> [SeatAssignment] {
        let candidates = try roster().candidates
        let unseated = candidates.filter { $0.seat == nil }
        guard unseated.isEmpty else {
            let names = unseated.prefix(5).map(\.name).joined(separator: "、")
            throw Refusal(
                .seatMissing, at: Place(file: folder.name(of: folder.roster)),
                "有 \(unseated.count) 名考生没有座位（\(names)…），请在名册的“座位”列填写", "\(unseated.count) candidates have no seat")
        }
        let seated = candidates.sorted { SeatOrder($0.seat ?? "") < SeatOrder($1.seat ?? "") }
        let neighbours = SeatNeighbours(seated.map { $0.seat ?? "" }, rooms: try currentRooms()).indices
        let plan = NeighbourPlan(record.forms, neighbours: neighbours)
        return seated.enumerated().map { index, candidate in
            SeatAssignment(
                ticket: candidate.ticket, name: candidate.name, team: candidate.team, unit: candidate.unit,
                seat: candidate.seat ?? "", lastSix: candidate.identity.lastSix,
                form: record.forms[plan.formOfSeat[index]].id)
        }
    }
}

extension FindingCode {
    static let changedSinceAssembly: FindingCode = "CHANGED_SINCE_ASSEMBLY"
    static let seatMissing: FindingCode = "SEAT_MISSING"
}

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
    /// - Parameter seed: drawn from the system's generator when nil.
    func assemble(seed: Seed?, forms count: Int? = nil) throws(Refusal) -> [Form] {
        let stage = try begin(.paperAssemble)
        try refuseAfterRelease()
        let written = try folder.readBlueprint().with(forms: count)
        let bank = try bankItems()
        let items = bank.map(\.item)
        let assembler = Assembler(written.blueprint, pool: items)
        try refuseShortages(assembler.shortages, in: written)
        var generator = SystemRandomNumberGenerator()
        let seed = seed ?? Seed.random(using: &generator)
        let forms = try assembler.forms(seed: seed)
        let broken = FormChecker(written.blueprint, bank: items).findings(in: forms)
        guard broken.isEmpty else { throw Refusal(broken) }
        let record = AssemblyRecord(
            forms: forms, seed: seed, bank: try ItemBank.digest(of: bank),
            blueprint: try digest(of: folder.blueprintFile))
        try folder.writeResult(record, to: folder.forms)
        try stage.record(
            inputs: [folder.blueprintFile], outputs: [folder.forms],
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

    func assemblyRecord() throws(Refusal) -> AssemblyRecord {
        try result(AssemblyRecord.self, at: folder.forms, madeBy: "paper assemble")
    }

    /// What the exam's bank holds, if that is what the last import left there.
    func bankItems() throws(Refusal) -> [KeyedItem] {
        let items = try ItemBank(at: try existingBank()).items()
        let recorded = try account().note("bank", of: .bankImport)
        guard try ItemBank.digest(of: items).description == recorded else {
            throw Refusal(
                .resultChanged, at: Place(file: folder.name(of: folder.bank)), "题库内容与账本记录的不一致，可能被改动过；请从备份恢复，或重新导入",
                "the bank does not hold what the ledger recorded: it was changed; restore it, or import again")
        }
        return items
    }

    func existingBank() throws(Refusal) -> URL {
        guard FileManager.default.fileExists(atPath: folder.bank.path) else { try Self.refuseMissingBank(folder.bank) }
        return folder.bank
    }

    static func refuseMissingBank(_ bank: URL) throws(Refusal) -> Never {
        throw Refusal(
            .stageMissing, at: Place(file: bank.lastPathComponent), "还没有题库，请先运行 kaochang bank import 文件…",
            "there is no bank yet; run kaochang bank import FILE…")
    }

    /// Refuses to change what was released: from then on there are terminals and answers that rest on it.
    func refuseAfterRelease() throws(Refusal) {
        try refuseOnceAnswered()
        guard FileManager.default.fileExists(atPath: folder.release.path) else { return }
        throw Refusal(
            .alreadyReleased, at: Place(file: folder.name(of: folder.release)), "试卷已经启封，名册、组卷和封卷不能再改；确要重来，请另建考试文件夹",
            "the paper is released: roster, forms and seal stay as they are; start over in a new folder")
    }

    /// Refuses what would change the exam under somebody who has begun.
    func refuseOnceAnswered() throws(Refusal) {
        let answers = try? FileManager.default.contentsOfDirectory(atPath: folder.answers.path)
        guard answers?.contains(where: { $0.hasSuffix(".kca") || $0.hasSuffix(".kcj") }) == true else { return }
        throw Refusal(
            .alreadyAnswered, at: Place(file: folder.name(of: folder.answers)), "已有考生作答，名册、试卷和开考时间不能再改；确要重来，请另建考试文件夹",
            "somebody has begun: roster, paper and start stay as they are; start over in a new folder")
    }
}

extension FindingCode {
    static let alreadyAnswered: FindingCode = "ALREADY_ANSWERED"
    static let alreadyReleased: FindingCode = "ALREADY_RELEASED"
}

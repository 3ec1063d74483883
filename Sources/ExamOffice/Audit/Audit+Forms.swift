import AnswerKey
import CanonicalJSON
import ExamModel
import ExamSettings
import Foundation
import ItemBank
import Ledger
import Sealing

extension Audit {
    /// Both secrets are those committed to before the bank was frozen, and the seed is their hash.
    func draw() throws(Refusal) -> Bilingual {
        let record = try office.assemblyRecord()
        let assembled = try line(of: .paperAssemble, "组卷")
        let state = DrawState(reading.lines.filter { $0.sequence < assembled.sequence })
        guard state.isBegun else {
            return Bilingual(
                "本场没有双方抽签，种子由考务组给定或由系统随机产生：组卷可以重算，但不能证明种子没有挑过",
                "there was no draw: the forms can be made again, but nothing shows that the seed was not picked")
        }
        guard let freeze = state.freeze, let draw = record.draw else {
            throw Self.mismatch(Ledger.fileName, "有抽签承诺，组卷却没有用它", "there was a draw, and the assembly did not use it")
        }
        guard state.isComplete else {
            throw Self.mismatch(
                Ledger.fileName, line: freeze.sequence, "这次冻结之前双方没有重新承诺：密数可能已经公开，种子可以挑",
                "both did not commit anew before this freeze: the secrets may have been known, and the seed picked")
        }
        let exam = try folder.readExam().id
        for role in Draw.roles
        where state.commitments[role] != Draw.commitment(to: draw.secret(of: role), of: role, in: exam) {
            throw Self.mismatch(
                folder.name(of: folder.forms), "\(role.name.chinese)的密数与账本中的承诺不符",
                "the secret of \(role.name.english) is not the one committed to")
        }
        guard freeze.note[DrawState.poolNote] == (try office.digest(of: folder.pool).description),
            record.forms.count == (try folder.readBlueprint().blueprint.forms)
        else {
            throw Self.mismatch(
                folder.name(of: folder.pool), "题目的统计、互斥关系或套数不是冻结的那一份",
                "statistics and enemies of the items, or the number of forms, are not the frozen ones")
        }
        guard draw.seed == record.seed, freeze.note[DrawState.bankNote] == record.bank.description,
            freeze.inputs.first?.sha256 == record.blueprint
        else {
            throw Self.mismatch(
                folder.name(of: folder.forms), "种子不是两个密数的散列，或题库、细目表不是冻结的那一份",
                "the seed is not the hash of both secrets, or bank or blueprint are not the frozen ones")
        }
        let again =
            state.rounds > 1
            ? ("；之前另有 \(state.rounds - 1) 次作废的冻结", "; \(state.rounds - 1) earlier rounds were thrown away") : ("", "")
        return Bilingual(
            "双方先承诺（账本第 \(freeze.sequence) 行冻结题库），后公开密数，种子是两者的散列" + again.0,
            "both committed before line \(freeze.sequence) froze the bank; the seed is the hash of both secrets"
                + again.1)
    }

    /// The forms come out the same, byte for byte, from bank, blueprint and seed, and keep to the blueprint.
    func forms() throws(Refusal) -> Bilingual {
        let record = try office.assemblyRecord()
        let bank = try office.assembledBank()
        guard try ItemBank.digest(of: bank) == record.bank else {
            throw Self.mismatch(
                folder.name(of: folder.formsBank), "题库不是组卷所用的那一份", "the bank is not the one assembled from")
        }
        try refuseOther(
            record.blueprint, than: folder.blueprintFile, "命题细目表不是组卷所用的那一份",
            "the blueprint is not the one assembled from")
        try refuseOtherRounds(record)
        let written = try folder.readBlueprint().with(forms: record.forms.count)
        let pool = try office.assembledPool(bank)
        let assembled = try Office.forms(written, pool: pool, seed: record.seed)
        let again = try Office.mended(assembled, adding: record.rounds, written, pool, record.seed)
        guard try CanonicalJSON.encode(again) == CanonicalJSON.encode(record.forms) else {
            throw Self.mismatch(
                folder.name(of: folder.forms), "用题库、细目表和种子重新组卷，结果不同：试卷被人动过",
                "bank, blueprint and seed give other forms: somebody meddled with them")
        }
        return Bilingual(
            "由题库（\(bank.count) 题）、细目表、种子重新组出 \(again.count) 套，逐字节相同，逐条符合细目表",
            "bank (\(bank.count) items), blueprint and seed give the same \(again.count) forms, byte for byte")
    }

    /// Every item that proof-readers took out stands in the ledger with its reason, and no other was taken out.
    private func refuseOtherRounds(_ record: AssemblyRecord) throws(Refusal) {
        let assembled = try line(of: .paperAssemble, "组卷").sequence
        let marks = reading.lines.filter { $0.sequence > assembled && $0.action == .paperMark }
        guard marks.map({ $0.note[Office.markedNote] }) == record.rounds.map(Office.marked) else {
            throw Self.mismatch(
                folder.name(of: folder.forms), "校对时换下的题与账本记下的不同",
                "the items taken out by proof-readers are not those in the ledger")
        }
    }
}

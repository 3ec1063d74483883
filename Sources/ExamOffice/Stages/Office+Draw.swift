import Assembly
import AtomicFile
import CanonicalJSON
import ExamModel
import ExamSettings
import Foundation
import ItemBank
import Ledger
import Sealing

extension Office {
    /// Puts a commitment to a new secret into the ledger (`draw commit`), signed by `role`; the secret goes into
    /// `draw/<role>.secret`, for that role's eyes. Returns the commitment.
    ///
    /// - Parameter secret: 64 hexadecimal digits (thrown dice, say); drawn by the system when nil.
    func commitDraw(by role: Purpose, secret: String? = nil) throws(Refusal) -> Digest {
        let stage = try begin(.drawCommit, by: role)
        try refuseAfterRelease()
        let secret =
            if let secret { try Self.checkedSecret(secret) } else { Hexadecimal.text(of: try Randomness.bytes(32)) }
        let commitment = Draw.commitment(to: secret, of: role, in: try folder.readExam().id)
        try folder.makeFolder(folder.draw, permissions: 0o700)
        try AtomicFile.write(Data((secret + "\n").utf8), to: folder.drawSecret(of: role), permissions: 0o600)
        try stage.record(note: [DrawState.commitmentNote: commitment.description])
        console.say(
            "\(role.name.chinese)的抽签承诺已记入账本：\(commitment)。密数在 \(folder.name(of: folder.drawSecret(of: role)))，组卷前不得给人看",
            "the commitment of \(role.name.english) is in the ledger: \(commitment); keep the secret to yourself")
        return commitment
    }

    /// Freezes bank and blueprint for the draw (`draw freeze`). Takes both commitments.
    func freezeDraw() throws(Refusal) -> Digest {
        let stage = try begin(.drawFreeze)
        try refuseAfterRelease()
        let state = DrawState(stage.account.lines)
        guard state.isComplete, state.freeze == nil else {
            throw Refusal(
                .drawIncomplete, at: Place(file: Ledger.fileName),
                "冻结题库之前，考务组和监督组须各自承诺：kaochang draw commit --role office（supervision）",
                "before the bank is frozen both must commit: kaochang draw commit --role office (supervision)")
        }
        _ = try folder.readBlueprint()
        let items = try bankItems()
        let (bank, pool) = (try ItemBank.digest(of: items), try Self.digest(of: assemblyPool(items)))
        try stage.record(
            inputs: [folder.blueprintFile],
            note: [DrawState.bankNote: bank.description, DrawState.poolNote: pool.description])
        console.say(
            "题库和命题细目表已冻结，下一步：kaochang paper assemble", "bank and blueprint are frozen; next: kaochang paper assemble")
        return bank
    }

    /// The seed of an assembly, and the draw that it comes from. Without a draw it is `given`, or random.
    ///
    /// Refuses a given seed once a draw was begun, a draw that is not frozen, secrets that are not those committed to,
    /// and a bank or blueprint that is not the frozen one.
    func assemblySeed(
        given: Seed?, bank: Digest, pool: [PoolEntry], _ account: Account
    ) throws(Refusal) -> (seed: Seed, draw: Draw?) {
        let state = DrawState(account.lines)
        guard state.isBegun else {
            var generator = SystemRandomNumberGenerator()
            return (given ?? Seed.random(using: &generator), nil)
        }
        guard given == nil else {
            throw Refusal(
                .seedDrawn, "种子已约定由抽签产生，不能再用 --seed 指定", "the seed is drawn from both secrets; --seed cannot set it")
        }
        guard let freeze = state.freeze else {
            throw Refusal(
                .drawIncomplete, at: Place(file: Ledger.fileName), "抽签承诺之后还没有冻结题库，请先运行 kaochang draw freeze",
                "the draw was begun and the bank is not frozen yet; run kaochang draw freeze")
        }
        let blueprint = folder.name(of: folder.blueprintFile)
        guard freeze.note[DrawState.bankNote] == bank.description,
            freeze.note[DrawState.poolNote] == (try Self.digest(of: pool).description),
            freeze.inputs.first(where: { $0.name == blueprint })?.sha256 == (try digest(of: folder.blueprintFile))
        else {
            throw Refusal(
                .drawStale, at: Place(file: Ledger.fileName, line: freeze.sequence),
                "题库（试题、统计、互斥关系）或命题细目表在冻结之后有变动；请恢复原样，或双方重新承诺、重新冻结",
                "bank (items, statistics, enemies) or blueprint changed after they were frozen; restore them, or both commit "
                    + "anew and freeze again")
        }
        let draw = Draw(office: try secret(of: .office, state), supervision: try secret(of: .supervision, state))
        guard let seed = draw.seed else { throw Self.wrongSecret(.office) }
        return (seed, draw)
    }

    /// Of what assembly is told of the items, as ``ExamFolder/pool`` holds it.
    static func digest(of pool: [PoolEntry]) throws(Refusal) -> Digest {
        Digest(of: try CanonicalJSON.encode(pool.map(\.facts)))
    }

    private func secret(of role: Purpose, _ state: DrawState) throws(Refusal) -> String {
        let data = try AtomicFile.read(folder.drawSecret(of: role), limit: 1 << 10)
        let secret = try Self.checkedSecret(String(decoding: data, as: UTF8.self).trimmed)
        guard state.commitments[role] == Draw.commitment(to: secret, of: role, in: try folder.readExam().id) else {
            throw Self.wrongSecret(role)
        }
        return secret
    }

    private static func wrongSecret(_ role: Purpose) -> Refusal {
        Refusal(
            .drawSecret, at: Place(file: "draw/\(role.rawValue).secret"),
            "\(role.name.chinese)的密数与账本中的承诺不符，请取回原来的密数文件",
            "this secret of \(role.name.english) is not the one committed to; get the original file")
    }

    private static func checkedSecret(_ text: String) throws(Refusal) -> String {
        guard let bytes = Hexadecimal.bytes(of: text.lowercased()), bytes.count == 32 else {
            throw Refusal(.badValue, "密数应为 64 位十六进制数字", "a secret has 64 hexadecimal digits")
        }
        return text.lowercased()
    }
}

extension ExamFolder {
    var draw: URL { url.appending(path: "draw", directoryHint: .isDirectory) }

    func drawSecret(of role: Purpose) -> URL { draw.appending(path: "\(role.rawValue).secret") }
}

extension FindingCode {
    static let drawIncomplete: FindingCode = "DRAW_INCOMPLETE"
    static let drawStale: FindingCode = "DRAW_STALE"
    static let drawSecret: FindingCode = "DRAW_SECRET"
    static let seedDrawn: FindingCode = "SEED_DRAWN"
}

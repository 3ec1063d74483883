import ExamModel
import ExamTestSupport
import Foundation
import Sealing
import Testing

@testable import Ledger

/// Against the account of a whole exam, by somebody without keys and by somebody with all of them.
struct LedgerAttacks {
    private let exam: RehearsedExam

    init() throws {
        exam = try RehearsedExam.shared.get()
    }

    private func changing(_ change: @escaping (inout [Data]) throws -> Void) throws -> String? {
        try exam.audit(isPublic: true) { folder in
            var lines = try folder.ledgerLines()
            try change(&lines)
            try folder.writeLedger(lines)
        }
    }

    var all: [Attack] {
        let exam = exam
        return [
            Attack("账本改一个字", "a word of the ledger changed", foundBy: "ledger") {
                try changing { lines in
                    let text = String(decoding: lines[6], as: UTF8.self)
                    lines[6] = Data(text.replacing("\"forms\":\"2\"", with: "\"forms\":\"3\"").utf8)
                }
            },
            Attack("账本删一行", "a line of the ledger taken out", foundBy: "ledger") {
                try changing { $0.remove(at: 4) }
            },
            Attack("账本两行对调", "two lines of the ledger swapped", foundBy: "ledger") {
                try changing { $0.swapAt(3, 4) }
            },
            Attack("账本重复一行", "a line of the ledger repeated", foundBy: "ledger") {
                try changing { $0.insert($0[4], at: 5) }
            },
            Attack("账本最后半行", "the ledger's last line torn", foundBy: "ledger") {
                try exam.audit(isPublic: true) { folder in
                    try folder.write(try folder.read("ledger.jsonl").dropLast(9), as: "ledger.jsonl")
                }
            },
            Attack("账本逐行签名换成别人的", "another exam's authority beside its ledger", foundBy: "ledger") {
                try exam.audit(isPublic: true) { folder in
                    try folder.write(TestAuthority().root.pem(), as: "keys/authority.pem")
                }
            },
            Attack("账本截掉末行", "the ledger cut back by a line", foundBy: "ledger") {
                try exam.audit("--head", exam.head, isPublic: true) { folder in
                    try folder.writeLedger(try folder.ledgerLines().dropLast())
                }
            },
            Attack("所有人合谋，另写一段历史", "another history, written by everybody together", foundBy: "ledger") {
                try exam.audit("--head", exam.head) { folder in try folder.signLedgerAgain(from: .answersCollect) }
            },
            Attack("删去账本", "the ledger deleted", foundBy: "ledger") {
                try exam.audit(isPublic: true) { folder in
                    try FileManager.default.removeItem(at: folder["ledger.jsonl"])
                }
            },
            Attack("把新的一行倒签到以前", "a new line that says it is old", foundBy: "ledger") {
                try exam.audit { folder in
                    let ledger = Ledger(at: folder["ledger.jsonl"])
                    let last = try #require(ledger.lines().last)
                    let entry = LedgerEntry(time: last.time.addingTimeInterval(-3600), action: .drawCommit)
                    let line = LedgerLine(
                        entry, by: .supervision, sequence: last.sequence + 1, after: try ledger.head())
                    let signed = try line.signed(by: folder.key(.supervision)).bytes()
                    try folder.writeLedger(folder.ledgerLines() + [signed])
                }
            },
            Attack("考务组借别的步骤写成绩", "the office writes scores in a line of another stage", foundBy: "ledger") {
                try exam.audit { folder in
                    try folder.edit("scores/scores.json", "\"total\":10", "\"total\":9")
                    try folder.sign(.rosterImport, by: .office, outputs: ["scores/scores.json"])
                }
            },
            Attack("账本指向文件夹之外的文件", "a line that names a file outside of the folder", foundBy: "ledger") {
                try exam.audit { folder in
                    try folder.sign(.bankImport, by: .office, outputs: ["../outside"])
                }
            },
            Attack("自设时间戳机构", "a time stamp authority of one's own", foundBy: "timestamps") {
                let published = try TimestampAuthority()
                return try exam.audit("--timestamp-authority", published.root.path) { folder in
                    try folder.stamp(by: TimestampAuthority())
                }
            },
            Attack("时间戳盖的是另一本账", "a time stamp on another ledger", foundBy: "timestamps") {
                try exam.audit { folder in
                    let authority = try TimestampAuthority()
                    try folder.stamp(by: authority)
                    let other = try TimeStampRequest(Digest(of: Data("x".utf8)))
                    let name = try #require(Ledger(at: folder["ledger.jsonl"]).lines().last?.outputs.first?.name)
                    try folder.write(authority.answer(to: other.der), as: name)
                    try folder.signLedgerAgain(from: .timestamp)
                }
            },
            Attack("恢复旧的吊销列表", "an older revocation list put back", foundBy: "REVOCATIONS_GONE") {
                try exam.refusal(of: ["status"]) { folder in
                    try RehearsedExam.kaochang(["keys", "renew", "terminal"], in: folder)
                    try FileManager.default.removeItem(at: folder["keys/authority.crl"])
                }
            },
        ]
    }
}

extension TemporaryFolder {
    /// Has the ledger's head stamped, as the office does.
    func stamp(by authority: TimestampAuthority) throws {
        try RehearsedExam.kaochang(["audit", "stamp", "--request", "head.tsq"], in: self)
        try write(authority.answer(to: read("head.tsq")), as: "head.tsr")
        try RehearsedExam.kaochang(
            ["audit", "stamp", "--response", "head.tsr", "--authority", authority.root.path], in: self)
        for name in ["head.tsq", "head.tsr"] { try FileManager.default.removeItem(at: self[name]) }
    }
}

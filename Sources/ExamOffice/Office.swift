import AtomicFile
import CanonicalJSON
import ExamModel
import Foundation
import Grading
import Ledger
import Sealing

/// The exam-affairs office at work in one exam folder: every stage is a method here, in an extension of its own.
struct Office: Sendable {
    /// A result larger than this is not one of ours.
    static let sizeLimit = 1 << 30

    let folder: ExamFolder
    let console: Console
    let keys: KeyFolder
    /// The time now, for certificates, seals and the ledger.
    let clock: @Sendable () -> Date
    /// What need not be read again.
    var known = Known()

    /// What a stage at work found in the ledger, or an audit computed: it stands for what lies in the folder.
    struct Known: Sendable {
        var account: Account?
        /// What answer files hold, by their names.
        var sheets: [String: [ReceivedSheet]] = [:]
        var graded: GradedExam?
        var standings: Standings?
    }

    /// `keys` is the folder's own, without passphrase files, when not given.
    init(
        folder: ExamFolder, console: Console, keys: KeyFolder? = nil, clock: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.folder = folder
        self.console = console
        self.keys = keys ?? KeyFolder(folder.keys, warn: { console.report([$0]) })
        self.clock = clock
    }

    /// Takes the folder for a stage that will change it. Waits while another process works in it.
    func begin(_ action: LedgerAction, by purpose: Purpose = .office) throws(Refusal) -> Stage {
        try Stage(action, by: purpose, in: self)
    }

    /// What the ledger says, once it has been found sound.
    func account() throws(Refusal) -> Account {
        if let account = known.account { return account }
        return try Account(of: self, trusting: try trust())
    }

    /// The same office while a stage has the folder and nobody else writes into the ledger: it is read no more.
    func during(_ stage: Stage) -> Office {
        var office = self
        office.known.account = stage.account
        return office
    }

    /// A result of an earlier stage. Refused with the command that makes it when it is not there, and refused when it is
    /// not, byte for byte, what that stage wrote into the ledger.
    func result<Value: Codable>(_ type: Value.Type, at file: URL, madeBy command: String) throws(Refusal) -> Value {
        let place = Place(file: folder.name(of: file))
        guard FileManager.default.fileExists(atPath: file.path) else {
            throw Refusal(
                .stageMissing, at: place, "还没有这一步的结果，请先运行 kaochang \(command)",
                "this stage has not been done; run kaochang \(command) first")
        }
        let data = try AtomicFile.read(file, limit: Self.sizeLimit)
        try refuseChange(of: file, digest: Digest(of: data))
        // These are the bytes that the stage wrote and signed for, so their spelling is known; writing 20,000 scores again
        // to compare it would take longer than everything else that is done with them.
        return try CanonicalJSON.decodeAny(type, from: data, at: place)
    }

    /// Refuses a file that is not what the ledger says of it.
    func refuseChange(of file: URL, digest: Digest) throws(Refusal) {
        guard try account().digest(of: file) == digest else {
            throw Refusal(
                .resultChanged, at: Place(file: folder.name(of: file)), "这个文件与账本记录的不一致，可能被改动过；请从备份恢复，或重新做这一步",
                "this file is not what the ledger recorded: it was changed; restore it, or do its stage again")
        }
    }

    /// SHA-256 of a file.
    func digest(of file: URL) throws(Refusal) -> Digest {
        try Digest.ofFile(file)
    }
}

extension FindingCode {
    static let stageMissing: FindingCode = "STAGE_MISSING"
    static let resultChanged: FindingCode = "RESULT_CHANGED"
}

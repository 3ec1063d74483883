import ExamModel
import Foundation
import Ledger
import Sealing

/// What the ledger says of the exam's files: the hash that each had when its stage wrote it last.
struct Account {
    let lines: [LedgerLine]
    /// SHA-256 of each line.
    let digests: [Digest]
    private let folder: ExamFolder

    /// Reads the ledger and refuses every fault in it, signatures by strangers among them.
    init(of office: Office, trusting trust: Trust) throws(Refusal) {
        try self.init(of: office, Ledger(at: office.folder.ledger).read(trusting: trust), trusting: trust)
    }

    /// The same of a ledger that was read.
    init(of office: Office, _ reading: LedgerReading, trusting trust: Trust) throws(Refusal) {
        folder = office.folder
        guard reading.faults.isEmpty else { throw Refusal(reading.faults.map { $0.finding(in: Ledger.fileName) }) }
        lines = reading.lines
        digests = reading.digests
        head = reading.head
        try StageFiles.check(lines)
        try refuseOlderRevocations(than: trust)
    }

    /// When the last line was signed.
    var lastTime: Date { lines.last?.time ?? .distantPast }

    /// The number of the newest revocation list that the ledger knows; 0 when nothing was revoked.
    var revocationList: Int {
        lines.compactMap { $0.note[RevocationDocument.listNote].flatMap(Int.init) }.max() ?? 0
    }

    /// Refuses a revocation list that was taken away or put back to an older one. A newer one may have come from the
    /// authority just now.
    private func refuseOlderRevocations(than trust: Trust) throws(Refusal) {
        guard (trust.revocations?.number ?? 0) >= revocationList else {
            throw Refusal(
                .revocationsGone, at: Place(file: "keys/\(RevocationList.fileName)"),
                "证书吊销列表不见了，或者被换成了旧的（账本记到第 \(revocationList) 号）。请从备份恢复",
                "the revocation list is gone or an older one (the ledger knows number \(revocationList)); restore it")
        }
    }

    /// SHA-256 of the last line.
    let head: Digest

    var isEmpty: Bool { lines.isEmpty }

    /// The hash that `file` had when a stage wrote it last; nil when none did.
    func digest(of file: URL) -> Digest? {
        let name = folder.name(of: file)
        return lines.last { line in line.outputs.contains { $0.name == name } }?.outputs.last { $0.name == name }?
            .sha256
    }

    func has(_ action: LedgerAction) -> Bool {
        lines.contains { $0.action == action }
    }

    /// The number of the last line of `action`, counted from 1.
    func line(of action: LedgerAction) -> Int? {
        lines.last { $0.action == action }?.sequence
    }

    /// What the last run of `action` noted under `name`.
    func note(_ name: String, of action: LedgerAction) -> String? {
        lines.last { $0.action == action }?.note[name]
    }

    /// The hash of the bank's approved items, as the last change of the bank noted it.
    var bank: String? {
        lines.last { $0.action.isOfBank && $0.note["bank"] != nil }?.note["bank"]
    }

    /// Everything that `action` wrote, in all its runs, with the hashes of the last.
    func outputs(of action: LedgerAction) -> [String: Digest] {
        var outputs: [String: Digest] = [:]
        for line in lines where line.action == action {
            for artifact in line.outputs { outputs[artifact.name] = artifact.sha256 }
        }
        return outputs
    }

    /// The names of everything that `action` wrote, in the order in which they first appeared.
    func outputsInOrder(of action: LedgerAction) -> [String] {
        var known: Set<String> = []
        return lines.filter { $0.action == action }.flatMap(\.outputs).map(\.name).filter { known.insert($0).inserted }
    }

    /// The answer files that were collected, in their order.
    var answers: [String] { outputsInOrder(of: .answersCollect).filter { $0.hasPrefix("answers/") } }

    /// The sites' ledgers that were collected with them, in their order.
    var siteLedgers: [String] { outputsInOrder(of: .answersCollect).filter { $0.hasPrefix("sites/") } }

    /// The roles that approved this regrade proposal as it is now.
    func approvals(of file: URL) throws(Refusal) -> Set<Purpose> {
        let artifact = LedgerArtifact(name: folder.name(of: file), sha256: try Digest.ofFile(file))
        return Set(lines.filter { $0.action == .regradeApprove && $0.inputs.contains(artifact) }.map(\.actor))
    }

    /// The corrections that were applied, in their order. Refuses one that was not approved by grading and by supervision
    /// before, in the form in which it lies there now: REGRADE_NOT_APPROVED.
    func appliedRegrades() throws(Refusal) -> [URL] {
        var files: [URL] = []
        for line in lines where line.action == .regradeApply {
            for proposal in line.inputs where proposal.name.hasPrefix("regrade/") {
                let file = folder.url.appending(path: proposal.name)
                let approvals = lines.filter {
                    $0.sequence < line.sequence && $0.action == .regradeApprove && $0.inputs.contains(proposal)
                }
                guard Set(approvals.map(\.actor)) == [.grading, .supervision], digest(of: file) == proposal.sha256
                else {
                    throw Refusal(
                        .regradeNotApproved, at: Place(file: Ledger.fileName, line: line.sequence),
                        "\(proposal.name) 没有经阅卷组、监督组都批准就执行了，或者批准之后改过",
                        "\(proposal.name) was applied without the approval of grading and of supervision, or changed after it"
                    )
                }
                files.append(file)
            }
        }
        return files
    }

    /// The roles that signed a line of `action` which made or read the file, as its last writer left it.
    func signatures(of name: String, in action: LedgerAction) -> Set<Purpose> {
        guard let last = lines.flatMap(\.outputs).last(where: { $0.name == name }) else { return [] }
        return Set(lines.filter { $0.action == action && ($0.outputs + $0.inputs).contains(last) }.map(\.actor))
    }

    /// What all runs of `action` read, by name, in their order.
    func inputs(of action: LedgerAction) -> [String] {
        lines.filter { $0.action == action }.flatMap { $0.inputs.map(\.name) }
    }

    /// The hash of `file` when `result` was made last: as the stage that made it read it, or made it together with the
    /// result. Nil when that stage had nothing to do with the file.
    func digest(of file: URL, under result: URL) -> Digest? {
        let (name, made) = (folder.name(of: file), folder.name(of: result))
        guard let line = lines.last(where: { $0.outputs.contains { $0.name == made } }) else { return nil }
        return (line.outputs + line.inputs).first { $0.name == name }?.sha256
    }
}

extension FindingCode {
    static let revocationsGone: FindingCode = "REVOCATIONS_GONE"
}

import ExamModel
import Foundation
import Ledger
import Sealing

/// A stage at work: it holds the exam folder, has found the ledger sound, and leaves one signed line there.
///
/// Made before anything is changed, so that a missing key, a broken ledger or another process's work leaves nothing
/// half done.
struct Stage {
    /// What earlier stages left, and their files with the hashes that they had then.
    let account: Account
    private let action: LedgerAction
    private let signer: Credential
    private let office: Office
    private let lock: FolderLock

    init(_ action: LedgerAction, by purpose: Purpose, in office: Office) throws(Refusal) {
        lock = try FolderLock(office.folder)
        signer = try office.credential(of: purpose)
        account = try office.account()
        guard !account.isEmpty || action == .keysInit else {
            throw Refusal(
                .ledgerGone, at: Place(file: Ledger.fileName), "账本不见了；密钥已经建立，账本就应当在。请从备份恢复",
                "the ledger is gone though the keys are there; restore it from a backup")
        }
        self.action = action
        self.office = office
    }

    /// Writes the line: what the stage read and made, by name and hash.
    func record(inputs: [URL] = [], outputs: [URL] = [], note: [String: String] = [:]) throws(Refusal) {
        let entry = LedgerEntry(
            time: office.clock(), action: action, inputs: try artifacts(inputs), outputs: try artifacts(outputs),
            note: note)
        try Ledger(at: office.folder.ledger).append(entry, signedBy: signer)
    }

    private func artifacts(_ files: [URL]) throws(Refusal) -> [LedgerArtifact] {
        var artifacts: [LedgerArtifact] = []
        for file in files {
            artifacts.append(LedgerArtifact(name: office.folder.name(of: file), sha256: try office.digest(of: file)))
        }
        return artifacts
    }
}

extension FindingCode {
    static let ledgerGone: FindingCode = "LEDGER_GONE"
}

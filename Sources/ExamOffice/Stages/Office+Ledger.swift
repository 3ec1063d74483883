import ExamModel
import Foundation
import Ledger
import Sealing

extension LedgerAction {
    static let keysInit = LedgerAction(rawValue: "keys.init")
}

extension Office {
    /// Makes sure that a stage will be able to leave its line in the ledger. Called before the stage changes anything,
    /// so that a missing key or a broken ledger leaves nothing half done.
    func checkLedger(for purpose: Purpose = .office) throws(Refusal) {
        _ = try credential(of: purpose)
        _ = try Ledger(at: folder.ledger).head()
    }

    /// Writes a stage's line into the exam's ledger, signed by the role whose stage it is.
    func record(
        _ action: LedgerAction, by purpose: Purpose = .office, inputs: [URL] = [], outputs: [URL] = [],
        note: [String: String] = [:]
    ) throws(Refusal) {
        let entry = LedgerEntry(
            time: clock(), action: action, inputs: try artifacts(inputs), outputs: try artifacts(outputs), note: note)
        _ = try Ledger(at: folder.ledger).append(entry, signedBy: try credential(of: purpose))
    }

    private func artifacts(_ files: [URL]) throws(Refusal) -> [LedgerArtifact] {
        var artifacts: [LedgerArtifact] = []
        for file in files {
            artifacts.append(LedgerArtifact(name: folder.name(of: file), sha256: try digest(of: file)))
        }
        return artifacts
    }
}

package import Foundation

/// What a stage has to say, before it has a place in a ledger.
package struct LedgerEntry: Hashable, Sendable {
    /// Kept in whole seconds.
    package let time: Date
    package let action: LedgerAction
    package let inputs: [LedgerArtifact]
    package let outputs: [LedgerArtifact]
    /// Further facts, such as counts and versions.
    package let note: [String: String]

    package init(
        time: Date, action: LedgerAction, inputs: [LedgerArtifact] = [], outputs: [LedgerArtifact] = [],
        note: [String: String] = [:]
    ) {
        self.time = time
        self.action = action
        self.inputs = inputs
        self.outputs = outputs
        self.note = note
    }

    func at(_ time: Date) -> LedgerEntry {
        LedgerEntry(time: time, action: action, inputs: inputs, outputs: outputs, note: note)
    }
}

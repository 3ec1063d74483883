package import Sealing

/// A ledger as it was read.
package struct LedgerReading: Sendable {
    /// Those that can be read, sound or not.
    package let lines: [LedgerLine]
    /// Everything that is wrong, in the order of the lines; nothing when the ledger is sound, or not there yet.
    package let faults: [LedgerFault]
    /// The hash of each of those lines.
    package let digests: [Digest]
    /// The hash that the next line will name.
    package let head: Digest
}

package import Foundation
package import Sealing

/// A ledger as it was read.
package struct LedgerReading: Sendable {
    /// Those that can be read, sound or not.
    package let lines: [LedgerLine]
    /// Everything that is wrong, in the order of the lines; nothing when the ledger is sound, or not there yet.
    package let faults: [LedgerFault]
    /// The hash of each of those lines.
    package let digests: [Digest]
    /// Who signed each of those lines; nil where the signature does not hold.
    package let signers: [Certificate?]
    /// The hash that the next line will name.
    package let head: Digest

    /// Reads the bytes of a ledger.
    package init(_ bytes: Data, trusting trust: Trust) {
        self.init(Chain(bytes, trusting: trust))
    }

    init(_ chain: Chain) {
        lines = chain.lines
        faults = chain.faults
        digests = chain.digests
        signers = chain.signers
        head = chain.head
    }
}

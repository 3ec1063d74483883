import Foundation
package import ExamModel
package import Sealing

/// The ledger's lines chained by SM3, for those who have to have a national hash beside SHA-256: each hash is that of the
/// hash before (64 zeros first), a line feed, and the line without its own line feed.
package enum NationalChain {
    package static func head(of lines: some Sequence<LedgerLine>) throws(Refusal) -> Digest {
        var head = Digest.zero
        for line in lines { head = Digest.sm3(of: Data("\(head)\n".utf8) + (try line.bytes())) }
        return head
    }
}

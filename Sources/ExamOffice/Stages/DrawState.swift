import ExamModel
import Foundation
import Ledger
import Sealing

/// What the ledger says of the draw: commitments since the last freeze, or the freeze that holds.
struct DrawState {
    /// By role; those of the round that is going on, or of the one that was frozen. None when it was frozen twice: the
    /// secrets of a round may be known once it was frozen, so each round takes new ones.
    private(set) var commitments: [Purpose: Digest] = [:]
    /// The line that froze bank and blueprint for this round; nil as long as it has not been.
    private(set) var freeze: LedgerLine?
    /// How often bank and blueprint were frozen. More than once means that a draw was thrown away.
    private(set) var rounds = 0

    static let commitmentNote = "commitment"
    static let bankNote = "bank"
    /// The hash of what assembly is told of the items: ``PoolEntry/Facts`` in canonical JSON.
    static let poolNote = "pool"

    init(_ lines: [LedgerLine]) {
        for line in lines {
            switch line.action {
            case .drawCommit:
                if freeze != nil { (commitments, freeze) = ([:], nil) }
                commitments[line.actor] = line.note[Self.commitmentNote].flatMap(Digest.init(text:))
            case .drawFreeze:
                if freeze != nil { commitments = [:] }
                (freeze, rounds) = (line, rounds + 1)
            default:
                break
            }
        }
    }

    var isBegun: Bool { !commitments.isEmpty || freeze != nil }

    var isComplete: Bool { Draw.roles.allSatisfy { commitments[$0] != nil } }
}

extension LedgerAction {
    static let drawFreeze = LedgerAction(rawValue: "draw.freeze")
}

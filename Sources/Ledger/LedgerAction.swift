package import Sealing

/// A stage of the exam, as the ledger names it. Rooms that add stages declare theirs in an extension, and here who may
/// sign them.
package struct LedgerAction: Hashable, Sendable, RawRepresentable, Codable, CustomStringConvertible {
    package static let keysInit = LedgerAction(rawValue: "keys.init")
    package static let keysRevoke = LedgerAction(rawValue: "keys.revoke")
    package static let keysRenew = LedgerAction(rawValue: "keys.renew")
    package static let keysImport = LedgerAction(rawValue: "keys.import")
    package static let bankImport = LedgerAction(rawValue: "bank.import")
    package static let rosterImport = LedgerAction(rawValue: "roster.import")
    package static let drawCommit = LedgerAction(rawValue: "draw.commit")
    package static let paperAssemble = LedgerAction(rawValue: "paper.assemble")
    package static let paperSeal = LedgerAction(rawValue: "paper.seal")
    package static let paperRelease = LedgerAction(rawValue: "paper.release")
    package static let paperRevoke = LedgerAction(rawValue: "paper.revoke")
    package static let answersCollect = LedgerAction(rawValue: "answers.collect")
    package static let grade = LedgerAction(rawValue: "grade")
    package static let rank = LedgerAction(rawValue: "rank")
    package static let regradePropose = LedgerAction(rawValue: "regrade.propose")
    package static let regradeApprove = LedgerAction(rawValue: "regrade.approve")
    package static let regradeApply = LedgerAction(rawValue: "regrade.apply")
    package static let adjudicate = LedgerAction(rawValue: "rank.adjudicate")
    package static let report = LedgerAction(rawValue: "report")
    package static let timestamp = LedgerAction(rawValue: "ledger.stamp")
    package static let countersign = LedgerAction(rawValue: "ledger.countersign")
    package static let keysNational = LedgerAction(rawValue: "keys.national")
    /// What invigilators decided, in a site's own ledger.
    package static let siteAct = LedgerAction(rawValue: "site.act")

    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package var description: String { rawValue }

    /// Who may sign a line of this action. An action not named here is the office's.
    package var actors: Set<Purpose> {
        switch self {
        case .drawCommit, .paperSeal, .paperRelease, .paperRevoke, .keysRevoke, .keysRenew, .keysImport, .timestamp,
            .countersign:
            [.office, .supervision]
        case .answersCollect, .rank, .report: [.office, .grading]
        case .grade, .regradePropose, .regradeApply: [.grading]
        case .regradeApprove, .adjudicate: [.grading, .supervision]
        case .siteAct: [.site]
        default: [.office]
        }
    }
}

/// What a line of a site's ledger (`site.act`) notes: the site's server writes it, the office reads it.
package enum SiteNote {
    /// The ledger's name in a site's folder, and beside the answers that the site exports.
    package static let fileName = "site-ledger.jsonl"

    package static let action = "action"
    package static let actor = "actor"
    package static let reason = "reason"
    package static let whom = "whom"

    /// Whom an action reached: tickets or seats, with blanks between. They are not named one by one when all `people` of the
    /// room were meant.
    package static func whom(_ names: [String], of people: Int) -> String {
        people > 1 && names.count == people ? "\(everybody)\(people)" : names.joined(separator: " ")
    }

    static let everybody = "all "
}

extension LedgerLine {
    /// What was done; nil for lines that are not a site's.
    package var siteAction: String? { action == .siteAct ? note[SiteNote.action] : nil }

    /// Whether a site's action reached this candidate, by ticket number.
    package func reaches(_ ticket: String) -> Bool {
        guard let whom = note[SiteNote.whom] else { return false }
        return whom.hasPrefix(SiteNote.everybody) || whom.split(separator: " ").contains { $0 == ticket }
    }
}

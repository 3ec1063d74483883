package import ExamModel

/// What is wrong with a ledger, and at which line.
package struct LedgerFault: Hashable, Sendable {
    package enum Kind: String, Sendable {
        /// The last line was not written to its end.
        case truncated = "LEDGER_TRUNCATED"
        /// Not a line of a ledger in version 1 and canonical form.
        case unreadable = "LEDGER_UNREADABLE"
        /// The line is not what its actor signed.
        case edited = "LEDGER_EDITED"
        /// The line stands before one that it should follow.
        case reordered = "LEDGER_REORDERED"
        /// One line or more is missing before this one.
        case missing = "LEDGER_MISSING"
        /// The line before was exchanged for another one that is itself in order.
        case exchanged = "LEDGER_EXCHANGED"
        /// The line says that it is older than the one before it.
        case backdated = "LEDGER_BACKDATED"
        /// The signer's certificate is not trusted, not valid at that time, or another role's.
        case signer = "LEDGER_SIGNER"
        /// The role may not do this.
        case role = "LEDGER_ROLE"
    }

    package let kind: Kind
    /// Counts from 1.
    package let line: Int
    package let message: Bilingual

    package func finding(in file: String) -> Finding {
        Finding(.error, FindingCode(rawValue: kind.rawValue), at: Place(file: file, line: line), message)
    }
}

extension LedgerFault {
    init(_ kind: Kind, line: Int, _ chinese: String, _ english: String) {
        self.init(kind: kind, line: line, message: Bilingual(chinese, english))
    }

    init(_ kind: Kind, line: Int, _ refusal: Refusal) {
        let messages = refusal.findings.map(\.message)
        self.init(
            kind: kind, line: line,
            message: Bilingual(
                messages.map(\.chinese).joined(separator: "；"), messages.map(\.english).joined(separator: "; ")))
    }
}

import ExamModel

/// What an audit found: a line a check, up to the first that does not hold. The document of `audit verify --json`.
struct AuditReport: Encodable {
    struct Line: Encodable {
        let check: String
        let holds: Bool
        /// False for a stage that the ledger does not know (yet).
        let done: Bool
        /// What was checked, or what does not hold.
        let message: String
    }

    private(set) var lines: [Line] = []
    /// Why the last check does not hold; empty when all do.
    private(set) var findings: [Finding] = []

    /// Whether everything that was done holds. See ``isComplete``.
    var holds: Bool { findings.isEmpty }

    /// Whether every stage was there to be checked.
    var isComplete: Bool { lines.allSatisfy(\.done) }

    mutating func add(_ check: AuditCheck, _ message: String) {
        lines.append(Line(check: check.name, holds: true, done: true, message: message))
    }

    mutating func add(notDone check: AuditCheck, _ message: String) {
        lines.append(Line(check: check.name, holds: false, done: false, message: message))
    }

    mutating func add(_ check: AuditCheck, _ refusal: Refusal, _ language: Language) {
        findings = refusal.findings
        let message = refusal.findings.map { $0.message.text(in: language) }.joined(separator: "；")
        lines.append(Line(check: check.name, holds: false, done: true, message: message))
    }

    private enum CodingKeys: String, CodingKey {
        case holds, complete, lines
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(holds, forKey: .holds)
        try container.encode(isComplete, forKey: .complete)
        try container.encode(lines, forKey: .lines)
    }
}

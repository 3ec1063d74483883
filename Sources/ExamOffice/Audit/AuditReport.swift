import ExamModel

/// What an audit found: a line a check, up to the first that does not hold. The document of `audit verify --json`.
struct AuditReport: Encodable {
    struct Line: Encodable {
        let check: String
        let holds: Bool
        /// What was checked, or what does not hold.
        let message: String
    }

    private(set) var lines: [Line] = []
    /// Why the last check does not hold; empty when all do.
    private(set) var findings: [Finding] = []

    var holds: Bool { findings.isEmpty }

    mutating func add(_ check: AuditCheck, _ message: String) {
        lines.append(Line(check: check.name, holds: true, message: message))
    }

    mutating func add(_ check: AuditCheck, _ refusal: Refusal, _ language: Language) {
        findings = refusal.findings
        let message = refusal.findings.map { $0.message.text(in: language) }.joined(separator: "；")
        lines.append(Line(check: check.name, holds: false, message: message))
    }

    private enum CodingKeys: String, CodingKey {
        case holds, lines
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(holds, forKey: .holds)
        try container.encode(lines, forKey: .lines)
    }
}

import ExamModel

/// Something that somebody dishonest tries, and what must find it.
struct Attack {
    let name: Bilingual
    /// The code of a refusal, or the check of `audit verify` that must not hold.
    let expected: String
    /// Makes the attempt and returns what found it; nil when nothing did.
    let attempt: () throws -> String?

    init(_ chinese: String, _ english: String, foundBy expected: String, _ attempt: @escaping () throws -> String?) {
        name = Bilingual(chinese, english)
        self.expected = expected
        self.attempt = attempt
    }

    /// The code of the refusal that `body` ends with; nil when it succeeds.
    static func refusal(_ body: () throws -> Void) throws -> String? {
        do {
            try body()
            return nil
        } catch let refusal as Refusal {
            return refusal.findings.first?.code.rawValue
        }
    }
}

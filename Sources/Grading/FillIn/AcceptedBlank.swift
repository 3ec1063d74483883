import ExamModel

/// What one blank accepts: the key's texts, divided by `|`.
struct AcceptedBlank: Hashable, Sendable {
    /// As the key writes them.
    let texts: [String]
    private let accepted: Set<String>
    private let quantities: [Quantity]
    private let rule: FillInRule

    init(_ key: String, rule: FillInRule) {
        texts = key.split(whereSeparator: { "|｜".contains($0) }).map(\.trimmed).filter { !$0.isEmpty }
        accepted = Set(texts.map { BlankText($0, ignoresCase: rule.ignoresCase).text })
        quantities =
            rule.byValue ? texts.compactMap { Quantity(BlankText($0, ignoresCase: rule.ignoresCase).text) } : []
        self.rule = rule
    }

    /// Whether `written` is one of the accepted texts, or, where the rule says so, the same quantity as one of them.
    func accepts(_ written: String) -> Bool {
        let text = BlankText(written, ignoresCase: rule.ignoresCase).text
        guard !text.isEmpty else { return false }
        if accepted.contains(text) { return true }
        guard !quantities.isEmpty, let quantity = Quantity(text) else { return false }
        return quantities.contains { right in
            right.value == quantity.value
                && (right.unit == quantity.unit || (rule.unitOptional && quantity.unit.isEmpty))
        }
    }
}

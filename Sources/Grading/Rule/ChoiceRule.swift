import ExamModel

/// A scoring rule for items that are answered by choosing options. An item that was not answered earns nothing under
/// every rule and is never asked about.
protocol ChoiceRule {
    /// What a choice earns of an item's `full` marks.
    func marks(for choice: Choice, full: Mark) -> Mark

    /// Why, in the words of the rule: “漏选，按规则每个 0.5 分”.
    func reason(for choice: Choice, full: Mark) -> Bilingual

    /// The rule needs items with several right options.
    var isForSeveralOptions: Bool { get }

    /// The marks that the rule names, none of which may be more than an item is worth.
    var amounts: [Mark] { get }
}

extension Choice {
    /// What kind of answer it was, where the rule has nothing further to say.
    var verdict: Bilingual {
        if isExact { return Bilingual("全对", "all right") }
        if isIncomplete { return Bilingual("漏选", "incomplete") }
        return misses == chosen.count
            ? Bilingual("答错", "wrong")
            : Bilingual("有错选 \(misses) 项", "\(misses) wrong")
    }
}

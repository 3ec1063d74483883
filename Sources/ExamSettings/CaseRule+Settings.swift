import ExamModel

extension ScoringRule {
    /// `{ rule: by-part, marks: [2, 2, 2], single-choice: { rule: exact }, … }`
    static func readByPart(_ map: SettingsMap, marks full: Mark?) -> ScoringRule? {
        let types = ItemType.allCases.filter { $0 != .caseSet }
        map.expect(["rule", "marks"] + types.map(\.rawValue))
        let marks = map.marks("marks", example: "[2, 2, 2, 2]")
        if let marks, let full, marks.reduce(.zero, +) != full {
            map.document.report(
                .wrongSum, line: map.line(of: "marks"),
                "各小题分值合计 \(marks.reduce(.zero, +)) 分，而每个案例是 \(full) 分；请改其中之一",
                "the sub-items add up to \(marks.reduce(.zero, +)) marks, a case has \(full); change one of them")
        }
        var rules: [CaseRule.PartRule] = []
        for type in types where map.has(type.rawValue) {
            guard let nested = map.map(type.rawValue, example: "{ rule: exact }"),
                let rule = ScoringRule.read(nested, marks: marks?.min())
            else { continue }
            guard rule.fits(type) else {
                map.document.report(
                    .badValue, line: map.line(of: type.rawValue),
                    "“\(type.name.chinese)”不能用这条计分规则；可用：\(ScoringRule.names(for: type))",
                    "\(type.name.english) items cannot be scored by this rule; use one of \(ScoringRule.names(for: type))"
                )
                continue
            }
            rules.append(CaseRule.PartRule(type: type, rule: rule))
        }
        guard let marks else { return nil }
        if rules.isEmpty {
            map.refuse(
                "rule", "by-part", line: map.line, expected: "至少写明一种小题的规则，如 single-choice: { rule: exact }",
                "followed by the rule of one type at least")
        }
        return .byPart(CaseRule(marks: marks, rules: rules))
    }
}

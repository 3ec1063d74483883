import ExamModel

extension BlueprintSection {
    static func read(_ map: SettingsMap) -> BlueprintSection? {
        map.expect(["title", "type", "count", "marks", "scoring"])
        let title = map.text("title", example: "单项选择题")
        let type = map.choice("type", of: ItemType.allCases.filter(\.isChosen).map { ($0.rawValue, $0) })
        let count = map.integer("count", in: 1...1000, example: 60)
        let marks = map.mark("marks", example: "1")
        let scoring = map.map("scoring", example: "{ rule: exact }").flatMap { ScoringRule.read($0, marks: marks) }
        guard let title, let type, let count, let marks, let scoring else { return nil }
        return BlueprintSection(title: title, type: type, count: count, marks: marks, scoring: scoring)
    }
}

extension ScoringRule {
    private enum Name: String, CaseIterable {
        case exact
        case perOption = "per-option"
        case underSelection = "under-selection"
        case plusMinus = "plus-minus"
        case deduction
    }

    static func read(_ map: SettingsMap, marks: Mark?) -> ScoringRule? {
        guard let name = map.choice("rule", of: Name.allCases.map { ($0.rawValue, $0) }) else { return nil }
        switch name {
        case .exact:
            map.expect(["rule"])
            return .exact
        case .perOption:
            map.expect(["rule", "each"])
            return map.mark("each", example: "0.5", atMost: marks).map { .perOption(each: $0) }
        case .underSelection:
            map.expect(["rule", "partial"])
            return map.mark("partial", example: "0.5", atMost: marks).map { .underSelection(partial: $0) }
        case .plusMinus:
            map.expect(["rule", "right", "wrong"])
            guard let right = map.mark("right", example: "0.5", atMost: marks),
                let wrong = map.mark("wrong", example: "0.5", zeroAllowed: true)
            else { return nil }
            return .plusMinus(right: right, wrong: wrong)
        case .deduction:
            map.expect(["rule", "penalty"])
            return map.mark("penalty", example: "0.5", atMost: marks).map { .deduction(penalty: $0) }
        }
    }
}

extension SettingsMap {
    /// Marks that may not exceed the full marks of an item.
    fileprivate func mark(_ key: String, example: String, atMost full: Mark?) -> Mark? {
        guard let mark = mark(key, example: example) else { return nil }
        guard let full, mark > full else { return mark }
        refuse(key, "\(mark)", line: line(of: key), expected: "不超过每题 \(full) 分", "at most the item's \(full) marks")
        return nil
    }
}

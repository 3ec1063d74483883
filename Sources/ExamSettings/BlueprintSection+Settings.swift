import ExamModel
import Yams

extension BlueprintSection {
    static func read(_ map: SettingsMap) -> BlueprintSection? {
        map.expect(["title", "type", "count", "marks", "scoring", "floor", "minutes"])
        let title = map.text("title", example: "单项选择题")
        let type = map.choice("type", of: ItemType.allCases.map { ($0.rawValue, $0) })
        let count = map.integer("count", in: 1...1000, example: 60)
        let marks = map.mark("marks", example: "1")
        let scoring = map.map("scoring", example: "{ rule: exact }").flatMap { ScoringRule.read($0, marks: marks) }
        let floor = map.has("floor") ? map.floor("floor") : .zero
        let minutes = map.optional("minutes") { $0.integer($1, in: 1...600, example: 40) }
        guard let title, let type, let count, let marks, let scoring, let floor else { return nil }
        map.refuseMisfit(of: scoring, to: type)
        return BlueprintSection(
            title: title, type: type, count: count, marks: marks, scoring: scoring, floor: floor, minutes: minutes)
    }
}

extension SettingsMap {
    /// A number of marks, perhaps below zero, or `none`.
    fileprivate func floor(_ key: String) -> SectionFloor? {
        guard let (node, line) = node(key, example: "0") else { return nil }
        if node.scalar?.string == "none" { return SectionFloor.none }
        if let mark = node.scalar.flatMap({ ExamModel.Mark($0.string) }) { return .mark(mark) }
        refuse(key, node.scalar?.string, line: line, expected: "分数或 none（不设下限）", "a number of marks, or none")
        return nil
    }

    /// Reports a rule that items of the section's type cannot be scored by.
    fileprivate func refuseMisfit(of rule: ScoringRule, to type: ItemType) {
        guard !rule.fits(type) else { return }
        document.report(
            .badValue, line: line(of: "scoring"), "“\(type.name.chinese)”不能用这条计分规则；可用：\(ScoringRule.names(for: type))",
            "\(type.name.english) items cannot be scored by this rule; use one of \(ScoringRule.names(for: type))")
    }
}

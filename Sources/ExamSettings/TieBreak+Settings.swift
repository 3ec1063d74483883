import ExamModel

extension TieBreak {
    /// - Parameter sections: The sections that may be named; nil for any.
    static func read(_ map: SettingsMap, sections: [String]?, components: [Component]) -> TieBreak? {
        let kinds = ["section", "time", "component", "best-member"]
        map.expect(kinds)
        let given = kinds.filter(map.has)
        guard given.count <= 1 else {
            map.document.report(
                .badValue, line: map.line(of: given[1]), "同分规则每条只能写 \(kinds.joined(separator: "、")) 之一，请分成几条",
                "a tie-break has one of \(kinds.joined(separator: ", ")); write several of them")
            return nil
        }
        switch given.first {
        case "time": return map.choice("time", of: [("less-first", TieBreak.time)])
        case "best-member": return map.choice("best-member", of: [("more-first", TieBreak.bestMember)])
        case "component":
            return map.choice("component", of: components.map { ($0.name, TieBreak.component($0.name)) })
        default:
            guard let sections else { return map.text("section", example: "多项选择题").map { .section($0) } }
            return map.choice("section", of: sections.map { ($0, TieBreak.section($0)) })
        }
    }
}

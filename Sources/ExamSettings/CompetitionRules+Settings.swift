package import ExamModel
package import Foundation

extension CompetitionRules {
    /// Reads `rules.yaml`. Everything wrong in it is reported together, tie-breaks on sections that `blueprint` does
    /// not have among it.
    package static func read(_ url: URL, for blueprint: Blueprint) throws(Refusal) -> CompetitionRules {
        let document = try SettingsDocument(url)
        let top = document.top
        top.expect(["teams", "tie-breaks", "honours", "voided-items"])
        let teams = top.map("teams", example: "（下一级写 size、counted、advancing）")
        teams?.expect(["size", "counted", "advancing"])
        let size = teams?.integer("size", in: 1...100, example: 4)
        let counted = teams?.integer("counted", in: 1...(size ?? 100), example: 3)
        let advancing = teams?.integer("advancing", in: 0...10_000, example: 10)
        let titles = blueprint.sections.map(\.title)
        let tieBreakMaps = top.maps("tie-breaks", example: "- section: 多项选择题")
        let tieBreaks = tieBreakMaps?.map { TieBreak.read($0, sections: titles) }
        SettingsMap.refuseRepeats(of: ["section", "time"], in: tieBreakMaps ?? [])
        let honourMaps = top.maps("honours", example: "- name: 知识通")
        let honours = honourMaps?.map { Honour.read($0) }
        SettingsMap.refuseRepeats(of: ["name"], in: honourMaps ?? [])
        let voided =
            top.has("voided-items")
            ? top.choice("voided-items", of: VoidedItems.allCases.map { ($0.rawValue, $0) }) : nil
        guard let size, let counted, let advancing, let tieBreaks, let honours else { return try document.finish(nil) }
        return try document.finish(
            CompetitionRules(
                teamSize: size, counted: counted, advancing: advancing, tieBreaks: tieBreaks.compactMap(\.self),
                honours: honours.compactMap(\.self), voidedItems: voided))
    }
}

extension TieBreak {
    fileprivate static func read(_ map: SettingsMap, sections: [String]) -> TieBreak? {
        map.expect(["section", "time"])
        if map.has("time"), map.has("section") {
            map.document.report(
                .badValue, line: map.line(of: "time"), "同分规则每条只能写 section 或 time 之一，请分成两条",
                "a tie-break has either section or time; write two of them")
            return nil
        }
        if map.has("time") {
            return map.choice("time", of: [("less-first", TieBreak.time)])
        }
        return map.choice("section", of: sections.map { ($0, TieBreak.section($0)) })
    }
}

extension Honour {
    fileprivate static func read(_ map: SettingsMap) -> Honour? {
        map.expect(["name", "count", "cross-check", "excludes-advancing"])
        let name = map.text("name", example: "知识通")
        let count = map.integer("count", in: 1...100_000, example: 12)
        let hasCheck = map.has("cross-check")
        let check = hasCheck ? map.map("cross-check", example: "{ share: 5% }").flatMap { CrossCheck.read($0) } : nil
        let excludes = map.has("excludes-advancing") ? map.flag("excludes-advancing") : false
        guard let name, let count, let excludes, !hasCheck || check != nil else { return nil }
        return Honour(name: name, count: count, crossCheck: check, excludesAdvancing: excludes)
    }
}

extension Honour.CrossCheck {
    fileprivate static func read(_ map: SettingsMap) -> Honour.CrossCheck? {
        map.expect(["share", "of", "rounding"])
        let share = map.share("share", example: "5%")
        let base = map.choice("of", of: [("present", Base.present), ("registered", Base.registered)])
        let rounding = map.choice(
            "rounding", of: [("down", Rounding.down), ("up", Rounding.up), ("nearest", Rounding.nearest)])
        guard let share, let base, let rounding else { return nil }
        return Honour.CrossCheck(share: share, base: base, rounding: rounding)
    }
}

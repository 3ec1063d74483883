package import ExamModel
package import Foundation

extension CompetitionRules {
    /// Reads `rules.yaml`. Everything wrong in it is reported together, tie-breaks on sections that `blueprint` does
    /// not have among it; without a blueprint any name may stand there, and ranking says when no marks have it.
    package static func read(_ url: URL, for blueprint: Blueprint?) throws(Refusal) -> CompetitionRules {
        let document = try SettingsDocument(url)
        let top = document.top
        top.expect([
            "teams", "tie-breaks", "honours", "voided-items", "components", "prizes", "participation", "decided-by",
        ])
        let teams = top.has("teams") ? top.map("teams", example: "（下一级写 size、counted、advancing）") : nil
        teams?.expect(["size", "counted", "advancing", "host"])
        let size = teams?.integer("size", in: 1...100, example: 4)
        let counted = teams?.integer("counted", in: 1...(size ?? 100), example: 3)
        let advancing = teams?.integer("advancing", in: 0...10_000, example: 10)
        let host = teams.flatMap { $0.has("host") ? $0.text("host", example: "四川省") : nil }
        let components = top.has("components") ? Component.readAll(top) : nil
        let tieBreakMaps = top.maps("tie-breaks", example: "- section: 多项选择题")
        let tieBreaks = tieBreakMaps?.map {
            TieBreak.read($0, sections: sections(blueprint, components), components: components ?? [])
        }
        SettingsMap.refuseRepeats(of: ["section", "time", "component", "best-member"], in: tieBreakMaps ?? [])
        let honourMaps = top.maps("honours", example: "- name: 知识通")
        let honours = honourMaps?.map { Honour.read($0, components: components ?? []) }
        let prizeMaps = top.has("prizes") ? top.maps("prizes", example: "- { name: 一等奖, count: 1 }") : nil
        let prizes = prizeMaps?.map { Prize.read($0) }
        SettingsMap.refuseRepeats(of: ["name"], in: (honourMaps ?? []) + (prizeMaps ?? []))
        let voided =
            top.has("voided-items")
            ? top.choice("voided-items", of: VoidedItems.allCases.map { ($0.rawValue, $0) }) : nil
        let participation = top.has("participation") ? top.choice("participation", of: [("by-city", true)]) : nil
        let people = top.has("decided-by") ? top.choice("decided-by", of: [("people", true), ("rank", false)]) : nil
        guard let tieBreaks, let honours, !top.has("teams") || size != nil && counted != nil && advancing != nil else {
            return try document.finish(nil)
        }
        return try document.finish(
            CompetitionRules(
                teamSize: size ?? 100_000, counted: counted ?? 1, advancing: advancing ?? 0,
                tieBreaks: tieBreaks.compactMap(\.self), honours: honours.compactMap(\.self), voidedItems: voided,
                components: components, host: host.map { TeamID($0) }, prizes: prizes?.compactMap(\.self),
                individualsOnly: top.has("teams") ? nil : true, peopleDecide: people == true ? true : nil,
                reportsParticipation: participation))
    }

    /// The sections that a tie-break may name; nil for any.
    private static func sections(_ blueprint: Blueprint?, _ components: [Component]?) -> [String]? {
        guard let components else { return blueprint?.sections.map(\.title) }
        let onlyWritten = components.allSatisfy { $0.source == .written || $0.subject == .team }
        return onlyWritten ? blueprint?.sections.map(\.title) : nil
    }
}

extension Prize {
    fileprivate static func read(_ map: SettingsMap) -> Prize? {
        map.expect(["name", "count"])
        guard let name = map.rewardName(example: "一等奖"), let count = map.integer("count", in: 1...10_000, example: 1)
        else { return nil }
        return Prize(name: name, count: count)
    }
}

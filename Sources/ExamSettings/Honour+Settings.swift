import ExamModel

extension Honour {
    static func read(_ map: SettingsMap, components: [Component]) -> Honour? {
        map.expect([
            "name", "count", "share", "at-least", "per-team", "cross-check", "excludes-advancing", "component",
            "excluded-teams",
        ])
        let name = map.rewardName(example: "知识通")
        let ways = ["count", "share", "at-least", "per-team"].filter(map.has)
        if ways.count > 1 {
            map.document.report(
                .badValue, line: map.line(of: ways[1]),
                "名额只写 count（人数）、share（比例）、at-least（达到多少分）、per-team（每队几名）之一；另一种口径写在 cross-check",
                "write one of count, share, at-least, per-team; a second reading goes into cross-check")
        }
        let isCounted = ways.isEmpty || ways.contains("count")
        let count = isCounted ? map.integer("count", in: 1...100_000, example: 12) : 0
        let share = map.has("share") ? map.map("share", example: "{ share: 5%, of: present, rounding: down }") : nil
        let reading = share.flatMap { CrossCheck.read($0) }
        let least = map.has("at-least") ? map.mark("at-least", example: "30") : nil
        let perTeam = map.has("per-team") ? map.integer("per-team", in: 1...100, example: 1) : nil
        let check = map.has("cross-check") ? map.map("cross-check", example: "{ share: 5% }") : nil
        let second = check.flatMap { CrossCheck.read($0) }
        let excludes = map.has("excludes-advancing") ? map.flag("excludes-advancing") : false
        let component =
            map.has("component") ? map.choice("component", of: components.map { ($0.name, $0.name) }) : nil
        let excluded = map.has("excluded-teams") ? map.texts("excluded-teams", example: "[成都市一队]") : nil
        guard let name, let count, let excludes, !map.has("share") || reading != nil,
            !map.has("at-least") || least != nil,
            !map.has("per-team") || perTeam != nil, !map.has("cross-check") || second != nil
        else { return nil }
        return Honour(
            name: name, count: count, crossCheck: second, excludesAdvancing: excludes, share: reading, atLeast: least,
            component: component, perTeam: perTeam, excludedTeams: excluded?.map { TeamID($0) })
    }
}

extension Honour.CrossCheck {
    fileprivate static func read(_ map: SettingsMap) -> Honour.CrossCheck? {
        map.expect(["share", "of", "rounding"])
        let share = map.share("share", example: "5%")
        if share == Share(basisPoints: 0) {
            map.refuse("share", "0%", line: map.line(of: "share"), expected: "大于 0 的百分比", "a percentage above 0")
        }
        let base = map.choice("of", of: [("present", Base.present), ("registered", Base.registered)])
        let rounding = map.choice(
            "rounding", of: [("down", Rounding.down), ("up", Rounding.up), ("nearest", Rounding.nearest)])
        guard let share, let base, let rounding else { return nil }
        return Honour.CrossCheck(share: share, base: base, rounding: rounding)
    }
}

extension SettingsMap {
    /// The name of an honour or prize, which may not be what decisions about advancing go by.
    func rewardName(example: String) -> String? {
        let name = text("name", example: example)
        if name == Adjudication.advancing {
            refuse(
                "name", name, line: line(of: "name"), expected: "别的名称（裁定晋级时用的就是这个词）",
                "another name: decisions about advancing go by this one")
        }
        return name
    }
}

import ExamModel

extension ScoreReportPage {
    /// What a person must look at, the most pressing first.
    var flags: [Markup] {
        let groups: [(StandingsFlag.Kind, String, String)] = [
            (.tieAtCut, "须裁定", "open"), (.crossCheck, "口径不一致", ""), (.shortTeam, "计分人数不足", ""), (.absent, "没有成绩", ""),
        ]
        let content = groups.compactMap { kind, title, cssClass -> Markup? in
            let flags = data.standings.flags.filter { $0.code == kind }
            guard !flags.isEmpty else { return nil }
            return .element(
                "div", ["class": "flags \(cssClass)"],
                [
                    .element("h3", [:], title),
                    .element(
                        "ul", [:], flags.map { .element("li", [:], [.text($0.message.chinese + "。"), detail(of: $0)]) }),
                ])
        }
        return content.isEmpty ? [empty("没有需要裁定或提示的事项。")] : content
    }

    /// Who is absent, by name; the other messages name their subjects themselves.
    private func detail(of flag: StandingsFlag) -> Markup {
        guard flag.code == .absent else { return .nothing }
        let people = flag.subjects.map { subject in
            let candidate = data.candidates[TicketNumber(subject)]
            return candidate.map { "\($0.ticket) \($0.name)（\($0.team)）" } ?? subject
        }
        return .element("ul", ["class": "people"], people.map { .element("li", [:], $0) })
    }

    /// The rules in words, so that a reader need not look for them elsewhere.
    var rules: [Markup] {
        let rules = data.rules
        let ties =
            rules.tieBreaks.isEmpty
            ? "同分者并列。" : "同分时依次比较：" + rules.tieBreaks.map(\.name.chinese).joined(separator: "；") + "；仍相同的并列。"
        let honours = rules.honours.map { honour in
            "“\(honour.name)”：" + (honour.excludesAdvancing ? "未晋级代表队的队员中" : "全部实考人员中") + "前 \(honour.count) 名。"
        }
        let sentences =
            [
                "每队至多 \(rules.teamSize) 人，以成绩最好的 \(rules.counted) 名队员成绩之和为总成绩；不足 \(rules.counted) 人的，以实有成绩之和为准并注明。",
                ties, "总成绩前 \(rules.advancing) 名的代表队晋级；晋级线上并列的，不自动取舍，由裁判组裁定。",
            ] + honours
        return [.element("ul", ["class": "rules"], sentences.map { .element("li", [:], $0) })]
    }

    var verification: [Markup] {
        guard !data.verification.isEmpty else { return [empty("未提供核验信息。")] }
        return data.verification.map { note in
            switch note {
            case .sentence(let text): .element("p", [:], text)
            case .value(let label, let value):
                .element(
                    "dl", ["class": "check"],
                    [.element("dt", [:], label), .element("dd", [:], [.element("code", [:], value)])])
            }
        }
    }
}

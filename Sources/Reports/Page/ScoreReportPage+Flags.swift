import ExamModel

extension ScoreReportPage {
    /// What a person must look at, the most pressing first. Every kind of flag has its place here.
    var flags: [Markup] {
        let content = StandingsFlag.Kind.inOrder.compactMap { kind -> Markup? in
            let flags = data.standings.flags.filter { $0.code == kind }
            guard !flags.isEmpty else { return nil }
            return .element(
                "div", ["class": "flags \(kind.isPressing ? "open" : "")"],
                [
                    .element("h3", [:], kind.title.text(in: data.language)),
                    .element(
                        "ul", [:],
                        flags.map { flag in
                            let message = flag.message.text(in: data.language) + data.say("。", ".")
                            return .element("li", [:], [.text(message), detail(of: flag)])
                        }),
                ])
        }
        return content.isEmpty
            ? [empty(data.say("没有需要裁定或提示的事项。", "There is nothing to decide and nothing to remark."))] : content
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

    /// The rules in words.
    var rules: [Markup] {
        [.element("ul", ["class": "rules"], RulesInWords(data).sentences.map { .element("li", [:], $0) })]
    }

    var verification: [Markup] {
        guard !data.verification.isEmpty else {
            return [empty(data.say("未提供核验信息。", "Nothing was given to check this with."))]
        }
        return data.verification.map { note in
            switch note {
            case .sentence(let text): .element("p", [:], text.text(in: data.language))
            case .value(let label, let value):
                .element(
                    "dl", ["class": "check"],
                    [
                        .element("dt", [:], label.text(in: data.language)),
                        .element("dd", [:], [.element("code", [:], value)]),
                    ])
            }
        }
    }
}

extension StandingsFlag.Kind {
    fileprivate static let inOrder: [StandingsFlag.Kind] = allCases.sorted { $0.order < $1.order }

    /// Whether a list stays open until somebody has dealt with it.
    fileprivate var isPressing: Bool { self == .tieAtCut || self == .staleAdjudication }

    private var order: Int {
        switch self {
        case .tieAtCut: 0
        case .staleAdjudication: 1
        case .crossCheck: 2
        case .barred: 3
        case .missingComponent: 4
        case .shortTeam: 5
        case .absent: 6
        case .peopleDecide: 7
        }
    }

    fileprivate var title: Bilingual {
        switch self {
        case .tieAtCut: Bilingual("须裁定", "To be decided by the judges")
        case .staleAdjudication: Bilingual("裁定不再适用", "Decisions that no longer apply")
        case .crossCheck: Bilingual("口径不一致", "Readings that differ")
        case .barred: Bilingual("不得参赛", "Barred")
        case .missingComponent: Bilingual("缺一项成绩", "Marks that are missing")
        case .shortTeam: Bilingual("计分人数不足", "Too few members with marks")
        case .absent: Bilingual("没有成绩", "Without a score")
        case .peopleDecide: Bilingual("供研究决定", "For people to decide")
        }
    }
}

import ExamModel

/// What can be told of a team in a list.
enum TeamColumn {
    case rank, team, city, total, counted, outcome, prizes, why
    /// What a component adds to the total.
    case component(String)

    /// What the contest's rules have.
    static func all(_ rules: CompetitionRules) -> [TeamColumn] {
        let components = rules.components == nil ? [] : rules.allComponents.map { TeamColumn.component($0.name) }
        return [.rank, .team, .city] + components + [.total] + (rules.countsPeople ? [.counted] : [])
            + outcomes(rules) + [.why]
    }

    /// What teams can earn.
    static func outcomes(_ rules: CompetitionRules) -> [TeamColumn] {
        (rules.advancing > 0 || rules.host != nil ? [.outcome] : []) + (rules.prizes == nil ? [] : [.prizes])
    }

    func heading(in data: ReportData) -> (title: String, kind: ResultList.Kind) {
        switch self {
        case .rank: (data.say("名次", "Rank"), .number)
        case .team: (data.say("代表队", "Team"), .text)
        case .city: (data.say("市州", "City"), .text)
        case .total: (data.say("总成绩", "Total"), .number)
        case .counted: (data.say("计分队员", "Counted members"), .long)
        case .outcome: (data.say("晋级", "Advances"), .word)
        case .prizes: (data.say("奖项", "Prizes"), .text)
        case .component(let name): (name, .number)
        case .why: (data.say("排名说明", "Reason"), .long)
        }
    }

    func cell(of standing: TeamStanding, in data: ReportData, undecided: Set<String>) -> ResultList.Cell {
        switch self {
        case .rank: .count(standing.rank)
        case .team: .text(standing.team.text)
        case .city: .text(standing.city)
        case .total: .mark(standing.total)
        case .counted:
            .text(
                data.list(
                    standing.counted.map { "\(data.candidates[$0.ticket]?.name ?? $0.ticket.text) \($0.score)" }))
        case .outcome:
            .text(
                standing.advances
                    ? data.say("晋级", "yes")
                    : undecided.contains(standing.team.text) ? data.say("待裁定", "undecided") : "")
        case .prizes: .text(data.list(standing.honours ?? []))
        case .component(let name): .mark(standing.components?.first { $0.name == name }?.counts)
        case .why: .text(standing.why(in: data.language))
        }
    }
}

extension ResultList {
    static func teams(
        _ data: ReportData, _ columns: [TeamColumn]? = nil, advancingOnly: Bool = false,
        prizesOnly: Bool = false
    ) -> ResultList {
        let columns = columns ?? TeamColumn.all(data.rules)
        let undecided = data.undecidedTeams
        let shown = data.standings.teams.filter {
            ($0.advances || !advancingOnly) && ($0.honours?.isEmpty == false || !prizesOnly)
        }
        return ResultList(
            title: advancingOnly ? data.say("晋级代表队", "Teams that advance") : data.say("团队成绩", "Team results"),
            columns: columns.map { $0.heading(in: data) },
            rows: shown.map { standing in columns.map { $0.cell(of: standing, in: data, undecided: undecided) } })
    }
}

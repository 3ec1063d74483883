import ExamModel

/// What can be told of a team in a list.
enum TeamColumn {
    case rank, team, city, total, counted, outcome, why

    static let all: [TeamColumn] = [.rank, .team, .city, .total, .counted, .outcome, .why]

    var heading: (title: String, kind: ResultList.Kind) {
        switch self {
        case .rank: ("名次", .number)
        case .team: ("代表队", .text)
        case .city: ("市州", .text)
        case .total: ("总成绩", .number)
        case .counted: ("计分队员", .long)
        case .outcome: ("晋级", .word)
        case .why: ("排名说明", .long)
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
                standing.counted.map { "\(data.candidates[$0.ticket]?.name ?? $0.ticket.text) \($0.score)" }
                    .joined(separator: "、"))
        case .outcome:
            .text(standing.advances ? "晋级" : undecided.contains(standing.team.text) ? "待裁定" : "")
        case .why: .text(standing.why)
        }
    }
}

extension ResultList {
    static func teams(
        _ data: ReportData, _ columns: [TeamColumn] = TeamColumn.all, advancingOnly: Bool = false
    ) -> ResultList {
        let undecided = data.undecidedTeams
        let shown = data.standings.teams.filter { $0.advances || !advancingOnly }
        return ResultList(
            title: advancingOnly ? "晋级代表队" : "团队成绩", columns: columns.map(\.heading),
            rows: shown.map { standing in columns.map { $0.cell(of: standing, in: data, undecided: undecided) } })
    }
}

import ExamModel

/// What can be told of a person in a list. The identity number is always masked.
enum IndividualColumn {
    case rank, ticket, name, identity, team, city, unit, total, honours, why
    /// Marks of a section of the paper.
    case section(String)
    case seconds

    /// What a public notice shows, with the reason of the place.
    static let published: [IndividualColumn] = [
        .rank, .ticket, .name, .identity, .team, .city, .unit, .total, .honours, .why,
    ]

    func heading(in data: ReportData) -> (title: String, kind: ResultList.Kind) {
        switch self {
        case .rank: (data.say("名次", "Rank"), .number)
        case .ticket: (data.say("准考证号", "Ticket"), .code)
        case .name: (data.say("姓名", "Name"), .word)
        case .identity: (data.say("身份证号", "Identity number"), .code)
        case .team: (data.say("代表队", "Team"), .text)
        case .city: (data.say("市州", "City"), .text)
        case .unit: (data.say("单位", "Unit"), .text)
        case .total: (data.say("总分", "Total"), .number)
        case .honours: (data.say("称号", "Honours"), .text)
        case .why: (data.say("排名说明", "Reason"), .long)
        case .section(let title): (title, .number)
        case .seconds: (data.say("用时/秒", "Seconds"), .number)
        }
    }

    func cell(of standing: IndividualStanding, in data: ReportData) -> ResultList.Cell {
        let candidate = data.candidates[standing.ticket]
        let score = data.scores[standing.ticket]
        return switch self {
        case .rank: .count(standing.rank)
        case .ticket: .text(standing.ticket.text)
        case .name: .text(standing.name)
        case .identity: .text(candidate?.identity.masked ?? "")
        case .team: .text(standing.team.text)
        case .city: .text(data.cities[standing.team] ?? "")
        case .unit: .text(candidate?.unit ?? "")
        case .total: .mark(standing.score)
        case .honours: .text(data.list(standing.honours))
        case .why: .text(standing.why(in: data.language))
        case .section(let title): .mark(score?.sections.first { $0.title == title }?.marks)
        case .seconds: score.map { .count($0.seconds) } ?? .nothing
        }
    }
}

extension ResultList {
    /// - Parameter limit: How many of the first are shown; equals of the last one shown are shown too.
    static func individuals(
        _ data: ReportData, _ columns: [IndividualColumn] = IndividualColumn.published, limit: Int = .max
    ) -> ResultList {
        // Where only teams earn marks, people have none to be listed by.
        let people = data.rules.countsPeople ? data.standings.individuals : []
        let shown = people.prefix { $0.rank <= limit }
        return ResultList(
            title: data.say("个人成绩", "Individual results"), columns: columns.map { $0.heading(in: data) },
            rows: shown.map { standing in columns.map { $0.cell(of: standing, in: data) } })
    }

    /// The office's own list: with the marks of every section and the time used.
    static func detailedIndividuals(_ data: ReportData) -> ResultList {
        let sections = data.sectionTitles.map { IndividualColumn.section($0) }
        return individuals(
            data,
            [.rank, .ticket, .name, .team, .city, .unit] + sections + [.total, .seconds, .honours, .why])
    }

    /// Everybody with an honour, honour by honour in the order of the rules, then the teams with a prize.
    static func honours(_ data: ReportData) -> ResultList {
        let columns: [IndividualColumn] = [
            .rank, .ticket, .name, .identity, .team, .city, .unit, .total, .why,
        ]
        // Rank and total are not what an honour that goes by a component is earned by.
        let people = data.rules.honours.flatMap { honour in
            data.standings.individuals.filter { $0.honours.contains(honour.name) }.map { standing in
                var cells = columns.map { $0.cell(of: standing, in: data) }
                if honour.component != nil { (cells[0], cells[7]) = (.nothing, .nothing) }
                return [.text(honour.name)] + cells
            }
        }
        let teams = (data.rules.prizes ?? []).flatMap { prize in
            data.standings.teams.filter { $0.honours?.contains(prize.name) == true }.map { standing -> [Cell] in
                [
                    .text(prize.name), .count(standing.rank), .nothing, .nothing, .nothing, .text(standing.team.text),
                    .text(standing.city), .nothing, .mark(standing.total), .text(standing.why(in: data.language)),
                ]
            }
        }
        return ResultList(
            title: data.say("称号", "Honours"),
            columns: [(data.say("称号", "Honour"), .text)] + columns.map { $0.heading(in: data) }, rows: people + teams)
    }

    /// Who earned one honour.
    static func holders(of honour: Honour, _ data: ReportData) -> ResultList {
        // An honour that goes by a component of its own is explained by its reason, not by the total.
        let byTotal = honour.component == nil
        let columns: [IndividualColumn] =
            (byTotal ? [.rank] : []) + [.name, .ticket, .identity, .unit, .team] + (byTotal ? [.total] : [.why])
        let holders = data.standings.individuals.filter { $0.honours.contains(honour.name) }
        return ResultList(
            title: honour.name, columns: columns.map { $0.heading(in: data) },
            rows: holders.map { standing in columns.map { $0.cell(of: standing, in: data) } })
    }
}

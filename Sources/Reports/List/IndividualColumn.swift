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

    var heading: (title: String, kind: ResultList.Kind) {
        switch self {
        case .rank: ("名次", .number)
        case .ticket: ("准考证号", .code)
        case .name: ("姓名", .word)
        case .identity: ("身份证号", .code)
        case .team: ("代表队", .text)
        case .city: ("市州", .text)
        case .unit: ("单位", .text)
        case .total: ("总分", .number)
        case .honours: ("称号", .text)
        case .why: ("排名说明", .long)
        case .section(let title): (title, .number)
        case .seconds: ("用时/秒", .number)
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
        case .honours: .text(standing.honours.joined(separator: "、"))
        case .why: .text(standing.why)
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
        let shown = data.standings.individuals.prefix { $0.rank <= limit }
        return ResultList(
            title: "个人成绩", columns: columns.map(\.heading),
            rows: shown.map { standing in columns.map { $0.cell(of: standing, in: data) } })
    }

    /// The office's own list: with the marks of every section and the time used.
    static func detailedIndividuals(_ data: ReportData) -> ResultList {
        let sections = data.sectionTitles.map { IndividualColumn.section($0) }
        return individuals(
            data,
            [.rank, .ticket, .name, .team, .city, .unit] + sections + [.total, .seconds, .honours, .why])
    }

    /// Everybody with an honour, honour by honour in the order of the rules.
    static func honours(_ data: ReportData) -> ResultList {
        let columns: [IndividualColumn] = [.rank, .ticket, .name, .identity, .team, .city, .unit, .total]
        let rows = data.rules.honours.flatMap { honour in
            data.standings.individuals.filter { $0.honours.contains(honour.name) }.map { standing in
                [.text(honour.name)] + columns.map { $0.cell(of: standing, in: data) }
            }
        }
        return ResultList(
            title: "称号", columns: [("称号", .text)] + columns.map(\.heading), rows: rows)
    }

    /// Who earned one honour.
    static func holders(of honour: Honour, _ data: ReportData) -> ResultList {
        let columns: [IndividualColumn] = [.rank, .name, .ticket, .identity, .unit, .team, .total]
        let holders = data.standings.individuals.filter { $0.honours.contains(honour.name) }
        return ResultList(
            title: honour.name, columns: columns.map(\.heading),
            rows: holders.map { standing in columns.map { $0.cell(of: standing, in: data) } })
    }
}

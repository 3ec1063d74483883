import ExamModel

extension StandingsFlag {
    static func tiedTeams(_ cut: Cut<Squad>) -> StandingsFlag {
        let teams = cut.tied.map(\.team.id.text)
        return StandingsFlag(
            code: .tieAtCut, subjects: teams,
            message: Bilingual(
                "晋级线并列：\(teams.joined(separator: "、"))同列第\(cut.rank)名，共 \(teams.count) 队，晋级名额还有 \(cut.open) 个，须裁定",
                "tie at the cut: \(teams.joined(separator: ", ")) share rank \(cut.rank); \(cut.open) places are open for "
                    + "\(teams.count) teams and must be adjudicated"))
    }

    static func tiedPeople(_ cut: Cut<Person>, honour: Honour) -> StandingsFlag {
        let tickets = cut.tied.map(\.candidate.ticket.text)
        return StandingsFlag(
            code: .tieAtCut, subjects: tickets,
            message: Bilingual(
                "“\(honour.name)”末位并列：\(cut.tied.map(\.label).joined(separator: "、"))，共 \(tickets.count) 人，"
                    + "名额还有 \(cut.open) 个，须裁定",
                "tie for the last place of \(honour.name): \(tickets.joined(separator: ", ")); \(cut.open) places are open "
                    + "for \(tickets.count) people and must be adjudicated"))
    }

    static func pendingPeople(_ people: [Person], honour: Honour) -> StandingsFlag {
        let tickets = people.map(\.candidate.ticket.text)
        return StandingsFlag(
            code: .tieAtCut, subjects: tickets,
            message: Bilingual(
                "“\(honour.name)”暂未计入\(people.map(\.label).joined(separator: "、"))：所在代表队是否晋级待裁定，"
                    + "裁定后须重新排定名单",
                "\(honour.name) passes over \(tickets.joined(separator: ", ")) until it is decided whether their teams "
                    + "advance; rank again then"))
    }

    static func crossCheck(_ honour: Honour, _ check: Honour.CrossCheck, base: Int, expected: Int) -> StandingsFlag {
        StandingsFlag(
            code: .crossCheck, subjects: [honour.name],
            message: Bilingual(
                "“\(honour.name)”名额两种口径不一致：规则定为 \(honour.count) 名，\(check.name.chinese)为 \(expected) 名"
                    + "（\(base) 人）；按 \(honour.count) 名执行",
                "two readings of \(honour.name) differ: the rules say \(honour.count), \(check.name.english) of \(base) gives "
                    + "\(expected); \(honour.count) applies"))
    }

    static func shortTeam(_ team: TeamID, present: Int, counted: Int) -> StandingsFlag {
        StandingsFlag(
            code: .shortTeam, subjects: [team.text],
            message: Bilingual(
                "\(team)只有 \(present) 名队员有成绩，不足计分的 \(counted) 名；总成绩为这些队员成绩之和",
                "\(team) has scores of \(present) members, fewer than the \(counted) that count; its total is their sum"
            ))
    }

    static func absent(_ tickets: [TicketNumber]) -> StandingsFlag {
        StandingsFlag(
            code: .absent, subjects: tickets.map(\.text),
            message: Bilingual(
                "\(tickets.count) 名考生没有成绩（缺考，或答卷待处理），不参加排名",
                "\(tickets.count) candidates have no score (absent, or their sheets are withheld) and are not ranked"))
    }
}

extension Person {
    fileprivate var label: String { "\(candidate.name)（\(candidate.ticket)）" }
}

import ExamModel

extension StandingsFlag {
    static func tiedTeams(_ cut: Cut<Squad>) -> StandingsFlag {
        let teams = cut.tied.map(\.team.id.text)
        return StandingsFlag(
            code: .tieAtCut, subjects: teams,
            message: Bilingual(
                "晋级线并列：\(teams.joined(separator: "、"))同列第\(cut.rank)名，共 \(teams.count) 队，晋级名额还有 \(cut.open) 个，须裁定",
                "tie at the cut: \(teams.joined(separator: ", ")) share rank \(cut.rank); \(cut.open) places are open for "
                    + "\(teams.count) teams and must be adjudicated"),
            matter: Adjudication.advancing)
    }

    static func tiedTeams(_ cut: Cut<Squad>, prize: Prize) -> StandingsFlag {
        let teams = cut.tied.map(\.team.id.text)
        return StandingsFlag(
            code: .tieAtCut, subjects: teams,
            message: Bilingual(
                "“\(prize.name)”末位并列：\(teams.joined(separator: "、"))，名额还有 \(cut.open) 个，须裁定",
                "tie for the last place of \(prize.name): \(teams.joined(separator: ", ")); \(cut.open) places are open and "
                    + "must be adjudicated"), matter: prize.name)
    }

    static func gaps(in component: String, _ subjects: [String]) -> StandingsFlag {
        StandingsFlag(
            code: .missingComponent, subjects: subjects,
            message: Bilingual(
                "\(subjects.count) 个参赛者没有“\(component)”成绩，按 0 计：\(subjects.prefix(10).joined(separator: "、"))",
                "\(subjects.count) have no marks in \(component), counted as 0: \(subjects.prefix(10).joined(separator: ", "))"
            ))
    }

    static func barred(_ tickets: [TicketNumber]) -> StandingsFlag {
        let list = tickets.map(\.text)
        return StandingsFlag(
            code: .barred, subjects: list,
            message: Bilingual(
                "\(list.joined(separator: "、"))不得参赛，成绩不计入个人和团队排名",
                "\(list.joined(separator: ", ")) may not take part; their marks count in no list"))
    }

    static func staleAdjudication(_ decision: Adjudication) -> StandingsFlag {
        StandingsFlag(
            code: .staleAdjudication, subjects: decision.tied,
            message: Bilingual(
                "对“\(decision.matter)”的裁定已不适用：并列者或名额有变动，如仍并列须重新裁定",
                "the adjudication of \(decision.matter) no longer meets a tie; adjudicate again if there is one"))
    }

    static let peopleDecide = StandingsFlag(
        code: .peopleDecide, subjects: [],
        message: Bilingual("本表供研究决定时参考，名次不决定结果", "laid out for people to decide; the places decide nothing"))

    static func tiedPeople(_ cut: Cut<Person>, matter: String) -> StandingsFlag {
        let tickets = cut.tied.map(\.candidate.ticket.text)
        return StandingsFlag(
            code: .tieAtCut, subjects: tickets,
            message: Bilingual(
                "“\(matter)”末位并列：\(cut.tied.map(\.label).joined(separator: "、"))，共 \(tickets.count) 人，"
                    + "名额还有 \(cut.open) 个，须裁定",
                "tie for the last place of \(matter): \(tickets.joined(separator: ", ")); \(cut.open) places are open "
                    + "for \(tickets.count) people and must be adjudicated"), matter: matter)
    }

    static func pendingPeople(_ people: [Person], honour: Honour) -> StandingsFlag {
        let tickets = people.map(\.candidate.ticket.text)
        return StandingsFlag(
            code: .tieAtCut, subjects: tickets,
            message: Bilingual(
                "“\(honour.name)”暂未计入\(people.map(\.label).joined(separator: "、"))：所在代表队是否晋级待裁定，"
                    + "裁定后须重新排定名单",
                "\(honour.name) passes over \(tickets.joined(separator: ", ")) until it is decided whether their teams "
                    + "advance; rank again then"), matter: honour.name)
    }

    static func crossCheck(
        _ honour: Honour, places: Int, _ check: Honour.CrossCheck, base: Int, expected: Int
    ) -> StandingsFlag {
        StandingsFlag(
            code: .crossCheck, subjects: [honour.name],
            message: Bilingual(
                "“\(honour.name)”名额两种口径不一致：规则定为 \(places) 名，\(check.name.chinese)为 \(expected) 名"
                    + "（\(base) 人）；按 \(places) 名执行",
                "two readings of \(honour.name) differ: the rules say \(places), \(check.name.english) of \(base) gives "
                    + "\(expected); \(places) applies"))
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

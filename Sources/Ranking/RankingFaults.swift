import ExamModel

extension CompetitionRules {
    /// What keeps the rules from being applied to a roster.
    func faults(for roster: Roster) -> [Finding] {
        var findings: [Finding] = []
        let numbers = honours.map(\.count) + (prizes ?? []).map(\.count) + [advancing, counted - 1, teamSize - counted]
        if numbers.contains(where: { $0 < 0 }) {
            findings.append(
                .badRules(
                    "规则中的名额不能为负，计分人数应在 1 与每队人数 \(teamSize) 之间；请更正 rules.yaml",
                    "numbers of places cannot be negative and 1 to \(teamSize) members count; correct rules.yaml"))
        }
        let names = allComponents.map(\.name)
        if Set(names).count < names.count {
            findings.append(.badRules("成绩组成的名称有重复；请更正 rules.yaml", "a component is named twice; correct rules.yaml"))
        }
        if let host, !roster.teams.contains(where: { $0.id == host }) {
            findings.append(
                .badRules("东道主“\(host)”不在名册中；请更正 rules.yaml 或名册", "the host \(host) is not on the roster"))
        }
        let known = Set(roster.teams.map(\.id))
        for honour in honours {
            for team in honour.excludedTeams ?? [] where !known.contains(team) {
                findings.append(
                    .badRules(
                        "“\(honour.name)”不含的代表队“\(team)”不在名册中；请更正 rules.yaml 或名册",
                        "team \(team), left out of \(honour.name), is not on the roster"))
            }
        }
        return findings
    }
}

extension Component {
    /// Marks above what can be earned; nil when they are possible, or nobody said what can be earned.
    func fault(of marks: Mark, _ subject: String) -> Finding? {
        guard let full, marks > full else { return nil }
        return Finding(
            .error, .impossibleScore,
            Bilingual(
                "\(subject)的“\(name)”为 \(marks)，超过满分 \(full)；请核对成绩表，或更正 rules.yaml 的 full",
                "\(subject) has \(marks) in \(name), more than the \(full) that can be earned; check the table or full")
        )
    }
}

extension Roster {
    func faults(teamSize: Int) -> [Finding] {
        var findings: [Finding] = []
        var sizes: [TeamID: Int] = [:]
        for team in teams where sizes.updateValue(0, forKey: team.id) != nil {
            findings.append(.namedTwice("代表队“\(team.id)”", "team \(team.id)"))
        }
        var tickets: Set<TicketNumber> = []
        for candidate in candidates {
            if !tickets.insert(candidate.ticket).inserted {
                findings.append(.namedTwice("准考证号 \(candidate.ticket)", "ticket \(candidate.ticket)"))
            }
            if sizes[candidate.team] == nil {
                findings.append(.unknownTeam(candidate))
            }
            sizes[candidate.team]? += 1
        }
        let large = sizes.filter { $0.value > teamSize }.sorted { $0.key < $1.key }
        return findings + large.map { .teamTooLarge($0.key, size: $0.value, allowed: teamSize) }
    }
}

extension Score {
    /// What keeps sums from being trusted; nil for every score that Grading gives.
    var fault: Finding? {
        let most = Mark(1_000_000)
        let possible =
            (Mark.zero...most).contains(total) && (0...10_000_000).contains(seconds)
            && sections.allSatisfy { (Mark.zero - most...most).contains($0.marks) }
        guard !possible else { return nil }
        return Finding(
            .error, .impossibleScore,
            Bilingual("考生 \(ticket) 的成绩不合理，请重新阅卷", "the score of \(ticket) is impossible; mark it again"))
    }
}

extension Finding {
    static func scoreOfNobody(_ ticket: TicketNumber) -> Finding {
        Finding(
            .error, .scoreOfNobody,
            Bilingual("考生名册中没有准考证号 \(ticket)；请核对名册", "the roster has no ticket \(ticket); check the roster"))
    }

    static func scoredTwice(_ ticket: TicketNumber) -> Finding {
        Finding(
            .error, .scoredTwice,
            Bilingual("考生 \(ticket) 有两个成绩；请核对阅卷结果", "\(ticket) has two scores; check the marking"))
    }

    static func unknownSection(_ score: Score, rules: CompetitionRules) -> Finding {
        let titles = score.sections.map(\.title).joined(separator: "、")
        return Finding(
            .error, .unknownSection,
            Bilingual(
                "排名规则提到的大题不在考生 \(score.ticket) 的试卷中（有：\(titles)）；请更正 rules.yaml",
                "a tie-break names a section that the paper of \(score.ticket) lacks (it has \(titles)); correct rules.yaml"
            ))
    }

    fileprivate static func badRules(_ chinese: String, _ english: String) -> Finding {
        Finding(.error, .badRules, Bilingual(chinese, english))
    }

    fileprivate static func namedTwice(_ chinese: String, _ english: String) -> Finding {
        Finding(
            .error, .namedTwice,
            Bilingual("名册中\(chinese)重复；请更正名册", "the roster names \(english) twice; correct the roster"))
    }

    fileprivate static func unknownTeam(_ candidate: Candidate) -> Finding {
        Finding(
            .error, .unknownTeam,
            Bilingual(
                "考生 \(candidate.ticket) 的代表队“\(candidate.team)”不在名册中；请更正名册",
                "team \(candidate.team) of \(candidate.ticket) is not on the roster; correct the roster"))
    }

    fileprivate static func teamTooLarge(_ team: TeamID, size: Int, allowed: Int) -> Finding {
        Finding(
            .error, .teamTooLarge,
            Bilingual(
                "代表队“\(team)”有 \(size) 人，规则每队 \(allowed) 人；请更正名册",
                "team \(team) has \(size) members, the rules allow \(allowed); correct the roster"))
    }
}

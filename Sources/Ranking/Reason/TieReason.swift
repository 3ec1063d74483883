import ExamModel

/// Says in words what decided between equal totals.
struct TieReason {
    let rules: [TieBreak]
    /// How a total is called between teams, between people.
    let isTeam: Bool

    /// The sentences about the steps next to `index` that have the same total.
    func texts<Member>(in ladder: Ladder<Member>, step index: Int) -> [Bilingual] {
        let step = ladder.steps[index]
        return [index - 1, index + 1].compactMap { other in
            guard ladder.steps.indices.contains(other) else { return nil }
            let neighbour = ladder.steps[other]
            guard neighbour.merit.total == step.merit.total else { return nil }
            return text(step.merit, against: neighbour.merit, rank: neighbour.rank)
        }
    }

    /// The sentence about those who share the step.
    func sharing<Member>(
        _ member: Member, in step: Ladder<Member>.Step, label: (Member) -> String
    ) -> Bilingual? {
        let others = step.members.filter { $0.name != member.name }
        guard !others.isEmpty else { return nil }
        let shown = others.prefix(3).map { Bilingual(label($0), label($0)) }.joined("、", ", ")
        let more =
            others.count > 3
            ? Bilingual("等 \(others.count) \(isTeam ? "队" : "人")", " and others (\(others.count))") : Bilingual("", "")
        let alike = rules.isEmpty ? Bilingual("同分", "") : Bilingual("同分且各项排名依据相同", " and in every tie-break")
        return Bilingual(
            "与\(shown.chinese)\(more.chinese)\(alike.chinese)，并列第\(step.rank)名",
            "equal to \(shown.english)\(more.english)\(alike.english): rank \(step.rank) is shared")
    }

    private func text(_ own: Merit, against other: Merit, rank: Int) -> Bilingual? {
        guard let index = rules.indices.first(where: { own.tieBreaks[$0] != other.tieBreaks[$0] }) else { return nil }
        let (mine, theirs) = (own.tieBreaks[index], other.tieBreaks[index])
        let place = mine > theirs ? Bilingual("排在前", "placed before") : Bilingual("排在后", "placed after")
        let rule = rules[index]
        let name = name(of: rule)
        let compared =
            if case .time = rule {
                Bilingual(
                    " \(-mine)秒\(mine > theirs ? "<" : ">")\(-theirs)秒",
                    " \(-mine) s \(mine > theirs ? "<" : ">") \(-theirs) s")
            } else {
                Bilingual(
                    " \(Mark(thousandths: mine))\(mine > theirs ? ">" : "<")\(Mark(thousandths: theirs))",
                    " \(Mark(thousandths: mine)) \(mine > theirs ? ">" : "<") \(Mark(thousandths: theirs))")
            }
        return Bilingual(
            "与第\(rank)名同分，按\(name.chinese)\(compared.chinese) \(place.chinese)",
            "total equal to rank \(rank), \(place.english) by \(name.english)\(compared.english)")
    }

    private func name(of rule: TieBreak) -> Bilingual {
        switch rule {
        case .section(let title): Bilingual("“\(title)”得分", "“\(title)”")
        case .component(let name): Bilingual("“\(name)”", "“\(name)”")
        case .bestMember: Bilingual("最高个人成绩", "the best member's score")
        case .time: isTeam ? Bilingual("用时合计", "the time of all") : Bilingual("用时", "time")
        }
    }
}

extension Array<Bilingual> {
    func joined(_ chinese: String, _ english: String) -> Bilingual {
        Bilingual(map(\.chinese).joined(separator: chinese), map(\.english).joined(separator: english))
    }
}

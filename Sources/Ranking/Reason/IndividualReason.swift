import ExamModel

/// Why a person has their place and their honours, in words.
struct IndividualReason {
    let ladder: Ladder<Person>
    let rules: CompetitionRules
    let honours: [HonourRoll]

    func text(for person: Person, step index: Int) -> Bilingual {
        let ties = TieReason(rules: rules.tieBreaks, isTeam: false)
        let place =
            rules.countsPeople
            ? [total(of: person)] + ties.texts(in: ladder, step: index)
                + [ties.sharing(person, in: ladder.steps[index]) { $0.candidate.name }].compactMap(\.self)
            : [Bilingual("不按个人计总分", "there is no total for a person")]
        let parts = place + honours.compactMap { text(of: $0, for: person.candidate.ticket) }
        return parts.joined("；", "; ")
    }

    private func total(of person: Person) -> Bilingual {
        let total = person.merit.total
        let counting = person.marks.scores.filter { $0.component.isOnlyShown != true }
        guard counting.count > 1 else { return Bilingual("总分 \(total)", "total \(total)") }
        let parts = counting.map { entry in
            let counts = entry.component.contribution(of: entry.score.total)
            let marks = "\(entry.component.name) \(entry.score.total)"
            return counts == entry.score.total
                ? Bilingual(marks, marks) : Bilingual("\(marks)，计 \(counts)", "\(marks), counts \(counts)")
        }.joined("；", "; ")
        return Bilingual("总分 \(total)（\(parts.chinese)）", "total \(total) (\(parts.english))")
    }

    private func text(of roll: HonourRoll, for ticket: TicketNumber) -> Bilingual? {
        let name = roll.honour.name
        if let decision = roll.decisions.first(where: { $0.tied.contains(ticket.text) }) {
            return decision.chosen.contains(ticket.text)
                ? Bilingual(
                    "经裁定获“\(name)”（\(decision.reason)）", "“\(name)” by decision of the judges (\(decision.reason))")
                : Bilingual(
                    "经裁定未获“\(name)”（\(decision.reason)）", "no “\(name)” by decision of the judges (\(decision.reason))")
        }
        if roll.tied.contains(ticket) {
            return Bilingual("“\(name)”末位并列待裁定", "tied for the last place of “\(name)”, to be decided")
        }
        if roll.pending.contains(ticket) {
            return Bilingual(
                "所在代表队是否晋级待裁定，暂未计入“\(name)”",
                "not counted for “\(name)” until it is decided whether the team advances")
        }
        guard roll.earned.contains(ticket) else { return nil }
        let among = scope(of: roll)
        let doubt =
            roll.provisional.contains(ticket)
            ? Bilingual("，晋级裁定后可能变动", ", which may change when it is decided who advances") : Bilingual("", "")
        return Bilingual(
            "\(among.chinese)，获“\(name)”\(doubt.chinese)", "\(among.english): “\(name)”\(doubt.english)")
    }

    private func scope(of roll: HonourRoll) -> Bilingual {
        let by = roll.honour.component.map { Bilingual("按“\($0)”", " by “\($0)”") } ?? Bilingual("", "")
        guard let places = roll.places else {
            let least = roll.honour.atLeast ?? .zero
            return Bilingual("\(by.chinese)达到 \(least)", "\(least) or more\(by.english)")
        }
        if roll.honour.perTeam != nil {
            return Bilingual("\(by.chinese)本队前\(places)名", "in the first \(places) of the team\(by.english)")
        }
        return roll.honour.excludesAdvancing
            ? Bilingual(
                "\(by.chinese)未晋级代表队队员前\(places)名",
                "in the first \(places) of the teams that do not advance\(by.english)")
            : Bilingual("\(by.chinese)前\(places)名", "in the first \(places)\(by.english)")
    }
}

import ExamModel

/// Why a person has their place and their honours, in words.
struct IndividualReason {
    let ladder: Ladder<Person>
    let rules: CompetitionRules
    let honours: [HonourRoll]

    func text(for person: Person, step index: Int) -> String {
        let ties = TieReason(rules: rules.tieBreaks, isTeam: false)
        let place =
            rules.countsPeople
            ? [total(of: person)] + ties.texts(in: ladder, step: index)
                + [ties.sharing(person, in: ladder.steps[index]) { $0.candidate.name }].compactMap(\.self)
            : ["不按个人计总分"]
        let parts =
            place
            + honours.compactMap { text(of: $0, for: person.candidate.ticket) }
        return parts.joined(separator: "；")
    }

    private func total(of person: Person) -> String {
        let counting = person.marks.scores.filter { $0.component.isOnlyShown != true }
        guard counting.count > 1 else { return "总分 \(person.merit.total)" }
        let parts = counting.map { entry in
            let counts = entry.component.contribution(of: entry.score.total)
            return "\(entry.component.name) \(entry.score.total)" + (counts == entry.score.total ? "" : "，计 \(counts)")
        }
        return "总分 \(person.merit.total)（\(parts.joined(separator: "；"))）"
    }

    private func text(of roll: HonourRoll, for ticket: TicketNumber) -> String? {
        let name = "“\(roll.honour.name)”"
        if let decision = roll.decisions.first(where: { $0.tied.contains(ticket.text) }) {
            return decision.chosen.contains(ticket.text)
                ? "经裁定获\(name)（\(decision.reason)）" : "经裁定未获\(name)（\(decision.reason)）"
        }
        if roll.tied.contains(ticket) { return "\(name)末位并列待裁定" }
        if roll.pending.contains(ticket) { return "所在代表队是否晋级待裁定，暂未计入\(name)" }
        guard roll.earned.contains(ticket) else { return nil }
        let among = scope(of: roll)
        let doubt = roll.provisional.contains(ticket) ? "，晋级裁定后可能变动" : ""
        return "\(among)，获\(name)\(doubt)"
    }

    private func scope(of roll: HonourRoll) -> String {
        let by = roll.honour.component.map { "按“\($0)”" } ?? ""
        guard let places = roll.places else { return "\(by)达到 \(roll.honour.atLeast ?? .zero)" }
        if roll.honour.perTeam != nil { return "\(by)本队前\(places)名" }
        return by + (roll.honour.excludesAdvancing ? "未晋级代表队队员前\(places)名" : "前\(places)名")
    }
}

import ExamModel

/// Why a person has their place and their honours, in words.
struct IndividualReason {
    let ladder: Ladder<Person>
    let rules: CompetitionRules
    let honours: [HonourRoll]

    func text(for person: Person, step index: Int) -> String {
        let ties = TieReason(rules: rules.tieBreaks, isTeam: false)
        let parts =
            ["总分 \(person.merit.total)"]
            + ties.texts(in: ladder, step: index)
            + [ties.sharing(person, in: ladder.steps[index]) { $0.candidate.name }].compactMap(\.self)
            + honours.compactMap { text(of: $0, for: person.candidate.ticket) }
        return parts.joined(separator: "；")
    }

    private func text(of roll: HonourRoll, for ticket: TicketNumber) -> String? {
        let name = "“\(roll.honour.name)”"
        if roll.tied.contains(ticket) { return "\(name)末位并列待裁定" }
        if roll.pending.contains(ticket) { return "所在代表队是否晋级待裁定，暂未计入\(name)" }
        guard roll.earned.contains(ticket) else { return nil }
        let among = roll.honour.excludesAdvancing ? "未晋级代表队队员前\(roll.honour.count)名" : "前\(roll.honour.count)名"
        let doubt = roll.provisional.contains(ticket) ? "，晋级裁定后可能变动" : ""
        return "\(among)，获\(name)\(doubt)"
    }
}

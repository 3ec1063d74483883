import ExamModel

/// Says in words what decided between equal totals.
struct TieReason {
    let rules: [TieBreak]
    /// How a total is called between teams, between people.
    let isTeam: Bool

    /// The sentences about the steps next to `index` that have the same total.
    func texts<Member>(in ladder: Ladder<Member>, step index: Int) -> [String] {
        let step = ladder.steps[index]
        return [index - 1, index + 1].compactMap { other in
            guard ladder.steps.indices.contains(other) else { return nil }
            let neighbour = ladder.steps[other]
            guard neighbour.merit.total == step.merit.total else { return nil }
            return text(step.merit, against: neighbour.merit, rank: neighbour.rank)
        }
    }

    /// The sentence about those who share the step.
    func sharing<Member>(_ member: Member, in step: Ladder<Member>.Step, label: (Member) -> String) -> String? {
        let others = step.members.filter { $0.name != member.name }
        guard !others.isEmpty else { return nil }
        let shown = others.prefix(3).map(label).joined(separator: "、")
        let names = others.count > 3 ? "\(shown)等 \(others.count) \(isTeam ? "队" : "人")" : shown
        return "与\(names)\(rules.isEmpty ? "同分" : "同分且各项排名依据相同")，并列第\(step.rank)名"
    }

    private func text(_ own: Merit, against other: Merit, rank: Int) -> String? {
        guard let index = rules.indices.first(where: { own.tieBreaks[$0] != other.tieBreaks[$0] }) else { return nil }
        let (mine, theirs) = (own.tieBreaks[index], other.tieBreaks[index])
        let place = mine > theirs ? "排在前" : "排在后"
        switch rules[index] {
        case .section(let title):
            let sign = mine > theirs ? ">" : "<"
            return "与第\(rank)名同分，按“\(title)”得分 \(Mark(thousandths: mine))\(sign)\(Mark(thousandths: theirs)) \(place)"
        case .component(let name):
            let sign = mine > theirs ? ">" : "<"
            return "与第\(rank)名同分，按“\(name)” \(Mark(thousandths: mine))\(sign)\(Mark(thousandths: theirs)) \(place)"
        case .bestMember:
            let sign = mine > theirs ? ">" : "<"
            return "与第\(rank)名同分，按最高个人成绩 \(Mark(thousandths: mine))\(sign)\(Mark(thousandths: theirs)) \(place)"
        case .time:
            let sign = mine > theirs ? "<" : ">"
            return "与第\(rank)名同分，按\(isTeam ? "用时合计" : "用时") \(-mine)秒\(sign)\(-theirs)秒 \(place)"
        }
    }
}

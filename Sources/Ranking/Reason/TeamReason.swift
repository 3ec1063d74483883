import ExamModel

/// Why a team has its place, in words.
struct TeamReason {
    let ranking: TeamRanking

    private var rules: CompetitionRules { ranking.rules }

    func text(for squad: Squad, step index: Int) -> String {
        let ties = TieReason(rules: rules.tieBreaks, isTeam: true)
        let parts =
            [sum(of: squad)]
            + ties.texts(in: ranking.ladder, step: index)
            + [
                ties.sharing(squad, in: ranking.ladder.steps[index]) { $0.team.id.text },
                prize(of: squad), advancement(of: squad),
            ].compactMap(\.self)
        return parts.joined(separator: "；")
    }

    func absence(of team: Team) -> String {
        team.id == rules.host ? "全队没有成绩；东道主，直接晋级" : "全队没有成绩，列于末位"
    }

    private func prize(of squad: Squad) -> String? {
        for roll in ranking.prizes {
            let name = "“\(roll.prize.name)”"
            if roll.earned.contains(squad.team.id) {
                let chosen = roll.cut.decision?.chosen.contains(squad.team.id.text) == true
                return chosen ? "经裁定获\(name)（\(roll.cut.decision?.reason ?? "")）" : "获\(name)"
            }
            if roll.cut.tied.contains(where: { $0.team.id == squad.team.id }) { return "\(name)末位并列待裁定" }
        }
        return nil
    }

    /// How the components make the total.
    private func composition(of squad: Squad) -> String {
        let parts = squad.components.map { mark in
            let component = rules.allComponents.first { $0.name == mark.name }
            if component?.isOnlyShown == true { return "\(mark.name) \(mark.marks)（不计入）" }
            let members =
                component?.subject == .person && squad.counted.count > 1
                ? "（\(squad.counted.map { $0.marks.marks(in: mark.name).description }.joined(separator: "+"))）" : ""
            let scale = component?.full.map { "÷\($0)×100" } ?? ""
            let weight = component?.weight.map { "×\($0)" } ?? ""
            return scale.isEmpty && weight.isEmpty
                ? "\(mark.name) \(mark.marks)\(members)"
                : "\(mark.name) \(mark.marks)\(members)\(scale)\(weight)=\(mark.counts)"
        }
        return parts.joined(separator: "，") + "；合计 \(squad.merit.total)"
    }

    private func sum(of squad: Squad) -> String {
        guard rules.components == nil else { return composition(of: squad) }
        let scores = squad.counted.map(\.merit.total.description)
        let total = scores.count == 1 ? scores.joined() : scores.joined(separator: "+") + "=\(squad.merit.total)"
        if scores.count < rules.counted {
            return "只有\(Self.people(scores.count))队员有成绩（应计\(Self.people(rules.counted))） \(total)"
        }
        return "\(Self.people(scores.count))计分队员 \(total)"
    }

    private func advancement(of squad: Squad) -> String? {
        guard rules.advancing > 0 || rules.host != nil else { return nil }
        if squad.team.id == rules.host { return "东道主，直接晋级" }
        if let decision = ranking.cut.decision, decision.tied.contains(squad.team.id.text) {
            let verdict = decision.chosen.contains(squad.team.id.text) ? "经裁定晋级" : "经裁定未晋级"
            return "\(verdict)（\(decision.reason)）"
        }
        if ranking.undecided.contains(squad.team.id) {
            return "\(ranking.cut.tied.count) 队争 \(ranking.cut.open) 个晋级名额，并列待裁定"
        }
        return ranking.advancing.contains(squad.team.id)
            ? "列\(others)前\(rules.advancing)名，晋级" : "未列入\(others)前\(rules.advancing)名"
    }

    /// Who competes for the places, where that is not everybody.
    private var others: String { rules.host == nil ? "" : "其余各队" }

    private static func people(_ count: Int) -> String {
        let words = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"]
        return (words.indices.contains(count) ? words[count] : String(count)) + "名"
    }
}

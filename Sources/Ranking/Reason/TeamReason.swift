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
                advancement(of: squad),
            ].compactMap(\.self)
        return parts.joined(separator: "；")
    }

    var absence: String { "全队没有成绩，列于末位" }

    private func sum(of squad: Squad) -> String {
        let scores = squad.counted.map(\.merit.total.description)
        let total = scores.count == 1 ? scores.joined() : scores.joined(separator: "+") + "=\(squad.merit.total)"
        if scores.count < rules.counted {
            return "只有\(Self.people(scores.count))队员有成绩（应计\(Self.people(rules.counted))） \(total)"
        }
        return "\(Self.people(scores.count))计分队员 \(total)"
    }

    private func advancement(of squad: Squad) -> String? {
        guard rules.advancing > 0 else { return nil }
        if ranking.undecided.contains(squad.team.id) {
            return "\(ranking.cut.tied.count) 队争 \(ranking.cut.open) 个晋级名额，并列待裁定"
        }
        return ranking.advancing.contains(squad.team.id) ? "列前\(rules.advancing)名，晋级" : "未列入前\(rules.advancing)名"
    }

    private static func people(_ count: Int) -> String {
        let words = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"]
        return (words.indices.contains(count) ? words[count] : String(count)) + "名"
    }
}

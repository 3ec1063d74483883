import ExamModel

/// Why a team has its place, in words.
struct TeamReason {
    let ranking: TeamRanking

    private var rules: CompetitionRules { ranking.rules }

    func text(for squad: Squad, step index: Int) -> Bilingual {
        let ties = TieReason(rules: rules.tieBreaks, isTeam: true)
        let parts =
            [sum(of: squad)]
            + ties.texts(in: ranking.ladder, step: index)
            + [
                ties.sharing(squad, in: ranking.ladder.steps[index]) { $0.team.id.text },
                prize(of: squad), advancement(of: squad),
            ].compactMap(\.self)
        return parts.joined("；", "; ")
    }

    func absence(of team: Team) -> Bilingual {
        team.id == rules.host
            ? Bilingual("全队没有成绩；东道主，直接晋级", "nobody of the team has a score; the host, advances directly")
            : Bilingual("全队没有成绩，列于末位", "nobody of the team has a score: last")
    }

    private func prize(of squad: Squad) -> Bilingual? {
        for roll in ranking.prizes {
            let name = roll.prize.name
            if roll.earned.contains(squad.team.id) {
                let chosen = roll.cut.decision?.chosen.contains(squad.team.id.text) == true
                guard chosen else { return Bilingual("获“\(name)”", "“\(name)”") }
                let reason = roll.cut.decision?.reason ?? ""
                return Bilingual("经裁定获“\(name)”（\(reason)）", "“\(name)” by decision of the judges (\(reason))")
            }
            if roll.cut.tied.contains(where: { $0.team.id == squad.team.id }) {
                return Bilingual("“\(name)”末位并列待裁定", "tied for the last place of “\(name)”, to be decided")
            }
        }
        return nil
    }

    /// How the components make the total.
    private func composition(of squad: Squad) -> Bilingual {
        let parts = squad.components.map { mark in
            let component = rules.allComponents.first { $0.name == mark.name }
            let marks = "\(mark.name) \(mark.marks)"
            if component?.isOnlyShown == true { return Bilingual("\(marks)（不计入）", "\(marks) (not counted)") }
            let sum = squad.counted.map { $0.marks.marks(in: mark.name).description }.joined(separator: "+")
            let members =
                component?.subject == .person && squad.counted.count > 1
                ? Bilingual("（\(sum)）", " (\(sum))") : Bilingual("", "")
            let scale = component?.full.map { "÷\($0)×100" } ?? ""
            let weight = component?.weight.map { "×\($0)" } ?? ""
            let counts = scale.isEmpty && weight.isEmpty ? "" : "\(scale)\(weight)=\(mark.counts)"
            return Bilingual(marks + members.chinese + counts, marks + members.english + counts)
        }.joined("，", ", ")
        let total = squad.merit.total
        return Bilingual("\(parts.chinese)；合计 \(total)", "\(parts.english); in all \(total)")
    }

    private func sum(of squad: Squad) -> Bilingual {
        guard rules.components == nil else { return composition(of: squad) }
        let scores = squad.counted.map(\.merit.total.description)
        let total = scores.count == 1 ? scores.joined() : scores.joined(separator: "+") + "=\(squad.merit.total)"
        if scores.count < rules.counted {
            return Bilingual(
                "只有\(Self.people(scores.count))队员有成绩（应计\(Self.people(rules.counted))） \(total)",
                "only \(scores.count) of the \(rules.counted) that count have scores: \(total)")
        }
        return Bilingual("\(Self.people(scores.count))计分队员 \(total)", "the \(scores.count) that count: \(total)")
    }

    private func advancement(of squad: Squad) -> Bilingual? {
        guard rules.advancing > 0 || rules.host != nil else { return nil }
        if squad.team.id == rules.host { return Bilingual("东道主，直接晋级", "the host, advances directly") }
        if let decision = ranking.cut.decision, decision.tied.contains(squad.team.id.text) {
            return decision.chosen.contains(squad.team.id.text)
                ? Bilingual("经裁定晋级（\(decision.reason)）", "advances by decision of the judges (\(decision.reason))")
                : Bilingual(
                    "经裁定未晋级（\(decision.reason)）", "does not advance by decision of the judges (\(decision.reason))")
        }
        if ranking.undecided.contains(squad.team.id) {
            let (teams, places) = (ranking.cut.tied.count, ranking.cut.open)
            return Bilingual(
                "\(teams) 队争 \(places) 个晋级名额，并列待裁定", "\(teams) teams tied for \(places) places, to be decided")
        }
        // Who competes for the places, where that is not everybody.
        let others = rules.host == nil ? Bilingual("", "") : Bilingual("其余各队", " of the other teams")
        return ranking.advancing.contains(squad.team.id)
            ? Bilingual(
                "列\(others.chinese)前\(rules.advancing)名，晋级",
                "in the first \(rules.advancing)\(others.english): advances")
            : Bilingual(
                "未列入\(others.chinese)前\(rules.advancing)名", "not in the first \(rules.advancing)\(others.english)")
    }

    private static func people(_ count: Int) -> String {
        let words = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"]
        return (words.indices.contains(count) ? words[count] : String(count)) + "名"
    }
}

import AnswerKey
import ExamModel
import Ranking

extension Office {
    /// Who moves, by how much, and which cuts and honours change.
    func say(_ proposal: RegradeProposal) {
        console.say("更正：\(proposal.reason)", "regrade: \(proposal.reason)")
        for entry in proposal.corrections {
            let (words, reason) = (entry.text, entry.correction.reason)
            console.say("  \(words.chinese)；\(reason)", "  \(words.english); \(reason)")
        }
        let change = proposal.change
        let moved = change.people.filter { $0.before?.score != $0.after?.score }
        console.say(
            "成绩变动 \(moved.count) 人，名次、称号变动 \(change.people.count) 人，团队变动 \(change.teams.count) 队",
            "\(moved.count) scores change; \(change.people.count) people and \(change.teams.count) teams move")
        for person in change.people.prefix(50) {
            sayLine("  \(person.name)（\(person.ticket)） ", person.before, person.after)
        }
        if change.people.count > 50 {
            console.say(
                "  ……其余 \(change.people.count - 50) 人见方案文件，或加 --json",
                "  … \(change.people.count - 50) more in the proposal's file, or with --json")
        }
        for team in change.teams { sayLine("  \(team.team) ", team.before, team.after) }
        let (teamsIn, teamsOut) = (change.teamsIn.map(\.text), change.teamsOut.map(\.text))
        console.say(
            "晋级线：新晋级 \(list(teamsIn))；不再晋级 \(list(teamsOut))",
            "the cut: in \(list(teamsIn)); out \(list(teamsOut))")
        let honours = change.honoursChanged.map(honours)
        console.say(
            "称号变动：" + (honours.isEmpty ? "无" : honours.map(\.chinese).joined(separator: "；")),
            "honours: " + (honours.isEmpty ? "no change" : honours.map(\.english).joined(separator: "; ")))
        for flag in proposal.flags ?? [] {
            console.say("注意：\(flag.message.chinese)", "note: \(flag.message.english)")
        }
    }

    /// Which honours somebody gains and which they lose.
    private func honours(_ person: StandingsChange.Person) -> Bilingual {
        let (before, after) = (person.before?.honours ?? [], person.after?.honours ?? [])
        let gained = after.filter { !before.contains($0) }.map { "“\($0)”" }.joined()
        let lost = before.filter { !after.contains($0) }.map { "“\($0)”" }.joined()
        return Bilingual(
            "\(person.name)（\(person.ticket)）" + (gained.isEmpty ? "" : "新获\(gained)")
                + (lost.isEmpty ? "" : "不再获\(lost)"),
            "\(person.ticket)" + (gained.isEmpty ? "" : " gains \(gained)") + (lost.isEmpty ? "" : " loses \(lost)"))
    }

    private func list(_ names: [String]) -> String {
        names.isEmpty ? (console.language == .chinese ? "无" : "none") : names.joined(separator: "、")
    }

    private func sayLine(_ who: String, _ before: StandingsChange.Place?, _ after: StandingsChange.Place?) {
        let words = { (place: StandingsChange.Place?) in
            place.map { "\($0.score)(\($0.rank))\($0.honours.map { " " + $0 }.joined())" } ?? "-"
        }
        console.say(who + words(before) + " → " + words(after), who + words(before) + " → " + words(after))
    }

    private func sayLine(_ who: String, _ before: StandingsChange.TeamPlace?, _ after: StandingsChange.TeamPlace?) {
        let prizes = { (place: StandingsChange.TeamPlace) in (place.honours ?? []).map { " " + $0 }.joined() }
        let chinese = { (place: StandingsChange.TeamPlace?) in
            place.map { "\($0.total)(\($0.rank))\($0.advances ? " 晋级" : "")\(prizes($0))" } ?? "-"
        }
        let english = { (place: StandingsChange.TeamPlace?) in
            place.map { "\($0.total)(\($0.rank))\($0.advances ? " advances" : "")\(prizes($0))" } ?? "-"
        }
        console.say(who + chinese(before) + " → " + chinese(after), who + english(before) + " → " + english(after))
    }
}

extension RegradeProposal.Correction {
    /// What the correction is, for people to read.
    var text: Bilingual {
        let item = correction.item
        return words ?? Bilingual("试题 \(item)（答案第 \(keyAfter) 版）", "item \(item) (version \(keyAfter) of its key)")
    }
}

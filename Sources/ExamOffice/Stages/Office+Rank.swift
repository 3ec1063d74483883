import ExamModel
import Grading
import Ledger
import Ranking

extension Office {
    /// Makes the standings from the scores (`rank`).
    func rank() throws(Refusal) -> Standings {
        let stage = try begin(.rank)
        let graded = try gradedExam()
        let standings = try Ranker(rules: try folder.readRules(), roster: try publishedRoster()).standings(
            for: graded.scores)
        try folder.writeResult(standings, to: folder.standings)
        try stage.record(
            inputs: [folder.scores, folder.rulesFile, folder.publishedRoster], outputs: [folder.standings])
        return standings
    }

    func standings() throws(Refusal) -> Standings {
        try result(Standings.self, at: folder.standings, madeBy: "rank")
    }

    /// The teams that advance, and what a person must look at.
    func say(_ standings: Standings) {
        let advancing = standings.teams.filter(\.advances)
        console.say("晋级队伍 \(advancing.count) 支：", "\(advancing.count) team(s) advance:")
        for team in advancing {
            console.say("  \(team.rank)  \(team.team)  \(team.total)", "  \(team.rank)  \(team.team)  \(team.total)")
        }
        for flag in standings.flags {
            console.say(Bilingual("注意：" + flag.message.chinese, "note: " + flag.message.english))
        }
    }
}

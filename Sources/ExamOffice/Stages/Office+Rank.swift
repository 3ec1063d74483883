import ExamModel
import Foundation
import Grading
import Ledger
import Ranking

extension Office {
    /// Makes the standings from the scores (`rank`).
    func rank() throws(Refusal) -> Standings {
        let stage = try begin(.rank)
        let standings = try rankedAgain(stage.account)
        try writeVersion(standings, to: folder.standings)
        try stage.record(
            inputs: [folder.scores, folder.rulesFile, folder.publishedRoster] + adjudicationFiles,
            outputs: [folder.standings])
        return standings
    }

    /// What ranking the scores gives.
    func rankedAgain(_ account: Account) throws(Refusal) -> Standings {
        let graded = try gradedExam()
        return try ranked(graded.scores)
    }

    /// The standings that follow from scores by the exam's rules.
    func ranked(_ scores: [Score]) throws(Refusal) -> Standings {
        try Ranker(rules: try folder.readRules(), roster: try publishedRoster()).standings(for: scores)
    }

    /// The judges' decisions that standings rest on.
    var adjudicationFiles: [URL] { [] }

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

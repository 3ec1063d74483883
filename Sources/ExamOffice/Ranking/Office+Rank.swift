import ExamModel
import Ranking

extension Office {
    func standings() throws(Refusal) -> Standings {
        if let standings = known.standings { return standings }
        return try result(Standings.self, at: folder.standings, madeBy: "rank")
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

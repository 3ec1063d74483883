import ExamModel
import ExamTestSupport
import Foundation
import Testing

@testable import Ranking

/// Our standings against Tests/Fixtures/rank.py, which shares nothing with them.
struct IndependentRankingTests {
    @Test(arguments: 0..<Rounds.count(usually: 40))
    func agreesWithAnIndependentComputation(round: Int) throws {
        let seed = try #require(Seed(text: String(round + 0x1d0, radix: 16)))
        var generator = SeededGenerator(seed, stream: "independent")
        let exam = RandomExam(&generator)
        let own = try Ranker(rules: exam.rules, roster: exam.roster).standings(for: exam.scores)
        let other = try StandingsDocument(json: Command.python("rank.py", input: JSONEncoder().encode(exam)))
        var ours = try StandingsDocument(json: JSONEncoder().encode(own))
        ours.flags.sort { ($0.code, $0.subjects.joined()) < ($1.code, $1.subjects.joined()) }
        var theirs = other
        theirs.flags.sort { ($0.code, $0.subjects.joined()) < ($1.code, $1.subjects.joined()) }
        #expect(ours == theirs, "seed \(seed)")
    }
}

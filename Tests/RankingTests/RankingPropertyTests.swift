import ExamModel
import ExamTestSupport
import Testing

@testable import Ranking

/// What must hold of every exam, over random ones full of ties.
struct RankingPropertyTests {
    private func onRandomExams(
        _ stream: String, _ body: (RandomExam, Standings, inout SeededGenerator, Comment) throws -> Void
    ) throws {
        for round in 0..<Rounds.count(usually: 150) {
            let seed = try #require(Seed(text: String(round + 0xabc0, radix: 16)))
            var generator = SeededGenerator(seed, stream: stream)
            let exam = RandomExam(&generator)
            let standings = try Ranker(rules: exam.rules, roster: exam.roster).standings(for: exam.scores)
            try body(exam, standings, &generator, "seed \(seed), stream \(stream)")
        }
    }

    @Test func theOrderOfInputChangesNothing() throws {
        try onRandomExams("order") { exam, standings, generator, seed in
            var (teams, candidates, scores) = (exam.roster.teams, exam.roster.candidates, exam.scores)
            generator.shuffle(&teams)
            generator.shuffle(&candidates)
            generator.shuffle(&scores)
            let ranker = try Ranker(rules: exam.rules, roster: Roster(teams: teams, candidates: candidates))
            #expect(try ranker.standings(for: scores) == standings, seed)
        }
    }

    @Test func raisingAScoreNeverLowersAPlace() throws {
        try onRandomExams("raise") { exam, standings, generator, seed in
            guard !exam.scores.isEmpty else { return }
            let index = generator.below(exam.scores.count)
            let old = exam.scores[index]
            var marks = old.sections.map(\.marks)
            marks[generator.below(marks.count)] += Mark(thousandths: 500 * (1 + generator.below(3)))
            var scores = exam.scores
            scores[index] = RandomExam.score(of: old.ticket, marks: marks, seconds: old.seconds)
            let raised = try Ranker(rules: exam.rules, roster: exam.roster).standings(for: scores)

            let before = try #require(standings.individuals.first { $0.ticket == old.ticket })
            let after = try #require(raised.individuals.first { $0.ticket == old.ticket })
            #expect(after.rank <= before.rank, seed)
            let teamBefore = try #require(standings.teams.first { $0.team == before.team })
            let teamAfter = try #require(raised.teams.first { $0.team == before.team })
            #expect(teamAfter.rank <= teamBefore.rank, seed)
            #expect(teamAfter.advances || !teamBefore.advances, seed)
        }
    }

    @Test func whoDoesNotCountChangesNoTotal() throws {
        try onRandomExams("remove") { exam, standings, generator, seed in
            let counted = Set(standings.teams.flatMap(\.counted).map(\.ticket))
            let scores = exam.scores.filter { counted.contains($0.ticket) || generator.below(2) == 0 }
            let fewer = try Ranker(rules: exam.rules, roster: exam.roster).standings(for: scores)
            #expect(fewer.teams == standings.teams, seed)
        }
    }

    @Test func totalsAreTheSumOfTheBestWhoSat() throws {
        try onRandomExams("sums") { exam, standings, _, seed in
            let teams = Dictionary(uniqueKeysWithValues: exam.roster.candidates.map { ($0.ticket, $0.team) })
            for standing in standings.teams {
                let totals = exam.scores.filter { teams[$0.ticket] == standing.team }.map(\.total.thousandths)
                let best = totals.sorted(by: >).prefix(exam.rules.counted)
                #expect(standing.total.thousandths == best.reduce(0, +), seed)
                #expect(standing.counted.map(\.score.thousandths) == Array(best), seed)
                let isShort = standings.flags.contains {
                    $0.code == .shortTeam && $0.subjects == [standing.team.text]
                }
                #expect(isShort == (totals.count < exam.rules.counted), seed)
            }
            #expect(standings.teams.count == exam.roster.teams.count, seed)
            #expect(standings.individuals.count == exam.scores.count, seed)
        }
    }

    @Test func ranksAreStandardCompetitionRanks() throws {
        try onRandomExams("ranks") { _, standings, _, seed in
            for ranks in [standings.teams.map(\.rank), standings.individuals.map(\.rank)] {
                for (index, rank) in ranks.enumerated() {
                    #expect(rank == index + 1 || rank == ranks[index - 1], seed)
                }
            }
            #expect(zip(standings.teams, standings.teams.dropFirst()).allSatisfy { $0.total >= $1.total }, seed)
        }
    }

    @Test func noMorePlacesAreGivenThanThereAre() throws {
        try onRandomExams("places") { exam, standings, _, seed in
            #expect(standings.teams.count(where: \.advances) <= exam.rules.advancing, seed)
            for honour in exam.rules.honours {
                let earned = standings.individuals.count { $0.honours.contains(honour.name) }
                #expect(earned <= honour.count, seed)
            }
            for rank in Set(standings.teams.map(\.rank)) {
                let equals = standings.teams.filter { $0.rank == rank }
                #expect(Set(equals.map(\.advances)).count == 1, "equals are treated alike; \(seed)")
            }
        }
    }
}

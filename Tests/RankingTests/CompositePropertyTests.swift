import ExamModel
import ExamTestSupport
import Testing

@testable import Ranking

/// What must hold where several results make a total: over random contests full of ties.
struct CompositePropertyTests {
    private func onRandomContests(
        _ stream: String, _ body: (RandomContest, Standings, inout SeededGenerator, Comment) throws -> Void
    ) throws {
        for round in 0..<Rounds.count(usually: 150) {
            let seed = try #require(Seed(text: String(round + 0xc0de, radix: 16)))
            var generator = SeededGenerator(seed, stream: stream)
            let contest = RandomContest(&generator)
            try body(contest, standings(of: contest), &generator, "seed \(seed), stream \(stream)")
        }
    }

    private func standings(of contest: RandomContest) throws -> Standings {
        try Ranker(rules: contest.rules, roster: contest.exam.roster).standings(for: contest.components)
    }

    @Test func theOrderOfInputChangesNothing() throws {
        try onRandomContests("order") { contest, standings, generator, seed in
            var (teams, candidates) = (contest.exam.roster.teams, contest.exam.roster.candidates)
            var other = contest
            generator.shuffle(&teams)
            generator.shuffle(&candidates)
            generator.shuffle(&other.exam.scores)
            let ranker = try Ranker(rules: contest.rules, roster: Roster(teams: teams, candidates: candidates))
            let again = try ranker.standings(for: other.components.reversed())
            #expect(again == standings, seed)
        }
    }

    /// One more mark for a person, or for a team in the live contest.
    @Test func moreMarksNeverLowerAPlace() throws {
        try onRandomContests("raise") { contest, standings, generator, seed in
            var raised = contest
            let teamOf = Dictionary(uniqueKeysWithValues: contest.exam.roster.candidates.map { ($0.ticket, $0.team) })
            let team: TeamID?
            if generator.below(2) == 0, !contest.exam.scores.isEmpty {
                let index = generator.below(contest.exam.scores.count)
                let old = contest.exam.scores[index]
                let marks = old.sections.map { $0.marks + Mark(thousandths: 500) }
                raised.exam.scores[index] = RandomExam.score(of: old.ticket, marks: marks, seconds: old.seconds)
                team = teamOf[old.ticket]
            } else {
                team = contest.live.keys.sorted().first
                if let team { raised.live[team, default: .zero] += Mark(thousandths: 250) }
            }
            guard let before = standings.teams.first(where: { $0.team == team }) else { return }
            let other = try self.standings(of: raised)
            let after = try #require(other.teams.first { $0.team == team })
            #expect(after.rank <= before.rank && after.total >= before.total, seed)
            #expect(after.advances || !before.advances, seed)
        }
    }

    /// A team's total, from the tables alone: parts rounded half up to a thousandth, then added.
    @Test func totalsAreTheSumOfTheirParts() throws {
        try onRandomContests("sums") { contest, standings, _, seed in
            let teamOf = Dictionary(uniqueKeysWithValues: contest.exam.roster.candidates.map { ($0.ticket, $0.team) })
            for standing in standings.teams {
                let own = contest.exam.scores.filter { teamOf[$0.ticket] == standing.team }.map(\.total.thousandths)
                let written = own.sorted(by: >).prefix(contest.rules.counted).reduce(0, +)
                let live = contest.live[standing.team]?.thousandths ?? 0
                let parts = zip(contest.rules.components ?? [], [written, live]).map { component, marks in
                    let share = Double(component.weight?.basisPoints ?? 0) / 10_000
                    let scale = component.full.map { 100_000 / Double($0.thousandths) } ?? 1
                    return Int((Double(marks) * share * scale + 1e-6).rounded(.toNearestOrAwayFromZero))
                }
                #expect(standing.total.thousandths == parts.reduce(0, +), seed)
                #expect(standing.components == [] || standing.components?.map(\.counts.thousandths) == parts, seed)
            }
        }
    }

    @Test func whoDoesNotCountChangesNoTeam() throws {
        try onRandomContests("remove") { contest, standings, generator, seed in
            var fewer = contest
            let counted = Set(standings.teams.flatMap(\.counted).map(\.ticket))
            fewer.exam.scores.removeAll { !counted.contains($0.ticket) && generator.below(2) == 0 }
            let after = try self.standings(of: fewer)
            #expect(after.teams == standings.teams, seed)
        }
    }

    /// Judges who decide one open tie after the other, however they choose, come to an end at which every place is given.
    @Test func whenEveryTieIsDecidedNothingIsOpen() throws {
        try onRandomContests("judges") { contest, _, generator, seed in
            var decisions: [Adjudication] = []
            while let tie = try self.ranker(contest, decisions).openTies(for: contest.components).first {
                var tied = tie.tied
                generator.shuffle(&tied)
                decisions.append(
                    Adjudication(
                        matter: tie.matter, tied: tie.tied, chosen: tied.prefix(tie.open).sorted(), reason: "裁定"))
                guard decisions.count < 50 else { break }
            }
            #expect(decisions.count < 50, seed)
            let standings = try self.ranker(contest, decisions).standings(for: contest.components)
            #expect(!standings.flags.contains { [.tieAtCut, .staleAdjudication].contains($0.code) }, seed)
            let ranked = standings.teams.filter { !$0.counted.isEmpty || contest.live[$0.team] != nil }
            let competing = ranked.filter { $0.team != contest.rules.host }
            let advancing = competing.count(where: \.advances)
            #expect(advancing == min(contest.rules.advancing, competing.count), seed)
            var left = ranked.count
            for prize in contest.rules.prizes ?? [] {
                let given = standings.teams.count { $0.honours?.contains(prize.name) == true }
                #expect(given == min(prize.count, left), seed)
                left -= given
            }
            for honour in contest.rules.honours where !honour.excludesAdvancing {
                let given = standings.individuals.count { $0.honours.contains(honour.name) }
                #expect(given == min(honour.count, standings.individuals.count), seed)
            }
        }
    }

    private func ranker(_ contest: RandomContest, _ decisions: [Adjudication]) throws -> Ranker {
        try Ranker(rules: contest.rules, roster: contest.exam.roster, adjudications: decisions)
    }

    /// The host goes on without taking a place; no prize is given more often than there is.
    @Test func noMoreIsGivenThanThereIs() throws {
        try onRandomContests("places") { contest, standings, _, seed in
            let others = standings.teams.filter { $0.team != contest.rules.host }
            #expect(others.count(where: \.advances) <= contest.rules.advancing, seed)
            let host = standings.teams.first { $0.team == contest.rules.host }
            #expect(host == nil || host?.advances == true, seed)
            for prize in contest.rules.prizes ?? [] {
                #expect(standings.teams.count { $0.honours?.contains(prize.name) == true } <= prize.count, seed)
            }
        }
    }
}

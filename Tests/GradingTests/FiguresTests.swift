import ExamModel
import Testing

@testable import Grading

struct FiguresTests {
    private func marks(_ texts: [String]) -> [Mark] { texts.compactMap { Mark($0) } }

    @Test(arguments: [
        (["1", "2"], "1.5"), (["1", "1", "2"], "1.33"), (["1", "2", "2"], "1.67"), (["0.01", "0"], "0.01"),
        (["7"], "7"),
    ])
    func meanIsRoundedHalfUpToAHundredth(texts: [String], mean: String) {
        #expect(Mark.mean(of: marks(texts)) == Mark(mean))
    }

    @Test func medianIsTheMiddle() {
        #expect(Mark.median(of: marks(["9", "1", "5"])) == Mark(5))
        #expect(Mark.median(of: marks(["9", "1", "5", "6"])) == Mark("5.5"))
        #expect(Mark.median(of: marks(["3"])) == Mark(3))
        #expect(Mark.median(of: []) == nil)
    }

    @Test(arguments: [1, 7, 40, 93, 100, 120, 150, 300])
    func binsHoldEveryScoreOnce(full: Int) {
        let totals = (0...full * 2).map { Mark(thousandths: $0 * 500) }
        let bins = ScoreBin.distribution(of: totals, full: Mark(full))
        #expect(bins.count <= 20)
        #expect(bins.first?.lower == .zero)
        #expect(bins.last?.upper == Mark(full))
        #expect(zip(bins, bins.dropFirst()).allSatisfy { $0.upper == $1.lower })
        for (index, bin) in bins.enumerated() {
            let isLast = index == bins.count - 1
            let inside = totals.count { $0 >= bin.lower && ($0 < bin.upper || isLast && $0 == bin.upper) }
            #expect(bin.count == inside)
        }
    }

    @Test func aHundredMarksMakeBinsOfFive() {
        let bins = ScoreBin.distribution(of: [Mark(100), Mark("4.999") ?? .zero, Mark(5)], full: Mark(100))
        #expect(bins.map(\.upper.thousandths) == (1...20).map { $0 * 5000 })
        #expect(bins.map(\.count) == [1, 1] + [Int](repeating: 0, count: 17) + [1])
    }

    @Test func figuresOfTheFixture() throws {
        let grader = try GradingFixture().grader()
        let scores = try [
            grader.grade(GradingFixture.sheet("1", [("s1", ["2"]), ("m2", ["1"]), ("j3", ["F"])])),
            grader.grade(GradingFixture.sheet("2", [("s1", ["2"]), ("j1", ["T"]), ("m1", ["1", "2", "4"])])),
        ]
        let identity = try #require(IdentityNumber(text: "11010519491231002X"))
        let places: [(TicketNumber, TeamID)] = [("1", "甲队"), ("2", "甲二队"), ("3", "乙队")]
        let roster = Roster(
            teams: [Team(id: "乙队", city: "乙市"), Team(id: "甲队", city: "甲市"), Team(id: "甲二队", city: "甲市")],
            candidates: places.map { ticket, team in
                Candidate(
                    ticket: ticket, name: "某", identity: identity, team: team, unit: "某局", role: .regular, seat: nil)
            })
        let standings = Standings(
            teams: [
                TeamStanding(
                    rank: 1, team: "甲二队", city: "甲市", total: Mark(4), counted: [], advances: true,
                    why: Bilingual("", ""))
            ],
            individuals: [
                IndividualStanding(
                    rank: 1, ticket: "2", name: "某", team: "甲二队", score: Mark(4), honours: ["知识通"],
                    why: Bilingual("", ""))
            ], flags: [])
        let rules = CompetitionRules(
            teamSize: 4, counted: 3, advancing: 1, tieBreaks: [],
            honours: [
                Honour(name: "挑战团", count: 1, crossCheck: nil, excludesAdvancing: true),
                Honour(name: "知识通", count: 1, crossCheck: nil, excludesAdvancing: false),
            ])
        let figures = Figures(
            scores: scores, items: GradingFixture().items, roster: roster, rules: rules, standings: standings)

        #expect(figures.registered == 3)
        #expect(figures.present == 2)
        #expect(figures.full == Mark(12))
        #expect(figures.mean == Mark("2.75"))
        #expect(figures.best == Mark(4))
        #expect(figures.topics.map(\.domain) == ["劳动关系", "就业创业", "社会保险"])
        // 劳动关系 −1 of 8, shown as nothing; 就业创业 5 of 8; 社会保险 0.5 of 8.
        #expect(figures.topics.map(\.rate.basisPoints) == [0, 6250, 625])
        #expect(figures.topics.allSatisfy { $0.items == 3 })
        #expect(figures.cities.map(\.city) == ["乙市", "甲市"])
        #expect(figures.cities[0].mean == nil)
        #expect(figures.cities[1].mean == Mark("2.75"))
        #expect(figures.cities[1].advancing == ["甲二队"])
        #expect(figures.cities[1].honours == [CityFigures.HonourCount(name: "知识通", count: 1)])
    }

    @Test func nobodySat() {
        let figures = Figures(
            scores: [], items: [], roster: Roster(teams: [], candidates: []),
            rules: CompetitionRules(teamSize: 4, counted: 3, advancing: 10, tieBreaks: [], honours: []),
            standings: Standings(teams: [], individuals: [], flags: []))
        #expect(figures.mean == nil)
        #expect(figures.distribution.isEmpty)
    }
}

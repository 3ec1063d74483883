import ExamModel

/// A random exam of which half the total, or another share, is a live contest between teams; perhaps with a host and
/// prizes. Teams without live marks have none to add.
struct RandomContest {
    var exam: RandomExam
    let rules: CompetitionRules
    var live: [TeamID: Mark] = [:]

    init(_ generator: inout SeededGenerator) {
        exam = RandomExam(&generator)
        let weight = 1000 * (1 + generator.below(9))
        let written = Component(
            name: "笔试", source: .written, subject: .person, weight: Share(basisPoints: weight), full: Mark(70))
        let quiz = Component(
            name: "竞答", source: .file("live.csv"), subject: .team, weight: Share(basisPoints: 10_000 - weight),
            full: generator.below(2) == 0 ? Mark(30) : nil)
        let breaks: [TieBreak] = [.component("竞答"), .bestMember, .section("多项选择题"), .time]
        for team in exam.roster.teams where generator.below(8) > 0 {
            live[team.id] = Mark(thousandths: 250 * (40 + generator.below(6)))
        }
        rules = CompetitionRules(
            teamSize: exam.rules.teamSize, counted: exam.rules.counted, advancing: exam.rules.advancing,
            tieBreaks: Array(breaks.dropFirst(generator.below(4)).prefix(generator.below(3))),
            honours: exam.rules.honours, components: [written, quiz],
            host: generator.below(2) == 0 ? exam.roster.teams[0].id : nil,
            prizes: [Prize(name: "一等奖", count: 1), Prize(name: "二等奖", count: 2)])
    }

    var components: [ComponentScores] {
        [ComponentScores(name: "笔试", people: exam.scores), ComponentScores(name: "竞答", teams: live)]
    }
}

import ExamModel
import Foundation
import Grading
import Ranking

@testable import Reports

/// A provincial qualifier drawn from a seed: 21 市州, three teams of four each, a few people absent. Nobody in it exists.
struct ReportFixture {
    let data: ReportData

    init(cities count: Int = 21, seed: String = "5e1") throws {
        guard let seed = Seed(text: seed) else { throw Refusal("BAD_SEED", "种子不对", "bad seed") }
        var generator = SeededGenerator(seed, stream: "reports")
        let roster = Self.roster(cities: Array(Self.cities.prefix(count)))
        let items = Self.items
        let scores = roster.candidates.filter { _ in generator.below(40) > 0 }.map { candidate in
            Self.score(of: candidate.ticket, items: items, &generator)
        }
        let standings = try Ranker(rules: Self.rules, roster: roster).standings(for: scores)
        data = ReportData(
            exam: Self.exam, roster: roster, rules: Self.rules, scores: scores, standings: standings,
            figures: Figures(scores: scores, items: items, roster: roster, rules: Self.rules, standings: standings),
            analysis: Self.analysis(scores), items: items, generatedAt: Date(timeIntervalSince1970: 1_592_467_500),
            verification: [
                .sentence(
                    Bilingual("监督组可在任何一台装有本软件的机器上，用考试文件夹重新计算全部成绩与排名。", "Anybody can compute all of it again.")),
                .value(label: Bilingual("核验命令", "核验命令"), "kaochang audit verify --exam 考试文件夹"),
                .value(
                    label: Bilingual("账本末行的 SHA-256", "账本末行的 SHA-256"), String(repeating: "9f86d081884c7d65", count: 4)),
            ])
    }

    /// Counted figures with made-up options: what is shown is tested here, what is computed beside its code.
    private static func analysis(_ scores: [Score]) -> ExamAnalysis {
        let items = items.enumerated().map { index, item in
            let earned = scores.map { $0.items[index].marks.thousandths }.reduce(0, +)
            let full = scores.map { $0.items[index].full.thousandths }.reduce(0, +)
            let facility = Double(earned) / Double(max(full, 1))
            let suspect = index == 3
            return ItemStatistics(
                number: index + 1, item: item.id, section: item.type.name.chinese, full: scores[0].items[index].full,
                omitted: index % 5, facility: facility, deviation: 0.4, itemRest: suspect ? -0.1 : 0.3,
                itemTotal: 0.35, upper: min(facility + 0.2, 1), lower: facility - 0.1,
                discrimination: suspect ? -0.08 : 0.3, alphaWithout: 0.8,
                options: (0..<4).map { option in
                    OptionStatistics(
                        option: OptionID("\(option + 1)"), isKey: option == 0, chosen: 10 * option, share: 0.25,
                        upper: 0.2 + 0.1 * Double(option), lower: 0.2, rest: 0.1)
                }, flags: suspect ? [.distractorAboveKey, .negative] : [])
        }
        let form = FormAnalysis(
            form: "A", sheets: scores.count, full: Mark(100), mean: 71.25, deviation: 8.5, lowest: Mark(40),
            highest: Mark(97), alpha: 0.812, isKR20: false, standardError: 3.69, items: items)
        guard let seed = Seed(text: "1") else { return ExamAnalysis(forms: [form], comparisons: [], cuts: []) }
        let cut = CutReliability(
            name: "晋级", places: 10, resamples: 1000, seed: seed,
            lastIn: "甲队", firstOut: "乙队", swapped: 0.372, held: 0.81)
        return ExamAnalysis(forms: [form], comparisons: [], cuts: [cut])
    }

    static let exam = Exam(
        id: "qualifier", title: "2020年度四川人社窗口单位业务技能练兵比武全省晋级赛",
        session: Session(
            name: "上机笔试", start: Date(timeIntervalSince1970: 1_592_443_800), minutes: 120, latestStartMinutes: 30,
            earliestHandInMinutes: 30),
        roomRules: [])

    static let rules = CompetitionRules(
        teamSize: 4, counted: 3, advancing: 10, tieBreaks: [.section("多项选择题"), .section("单项选择题")],
        honours: [
            Honour(
                name: "知识通", count: 12,
                crossCheck: .init(share: Share(basisPoints: 500), base: .present, rounding: .down),
                excludesAdvancing: false),
            Honour(name: "挑战团", count: 20, crossCheck: nil, excludesAdvancing: true),
        ])

    private static let cities = [
        "成都市", "自贡市", "攀枝花市", "泸州市", "德阳市", "绵阳市", "广元市", "遂宁市", "内江市", "乐山市", "南充市", "眉山市", "宜宾市", "广安市",
        "达州市", "雅安市", "巴中市", "资阳市", "阿坝藏族羌族自治州", "甘孜藏族自治州", "凉山彝族自治州",
    ]

    private static func roster(cities: [String]) -> Roster {
        let teams = cities.flatMap { city in
            ["一队", "二队", "三队"].map { Team(id: TeamID(city + $0), city: city) }
        }
        let candidates = teams.enumerated().flatMap { index, team in
            (1...4).compactMap { member in
                candidate(number: index * 4 + member, team: team, isSubstitute: member == 4)
            }
        }
        return Roster(teams: teams, candidates: candidates)
    }

    private static func candidate(number: Int, team: Team, isSubstitute: Bool) -> Candidate? {
        let (families, given) = (Array("赵钱孙李周吴郑王冯陈褚卫"), Array("甲乙丙丁戊己庚辛壬癸"))
        let name =
            "\(families[number % 12])\(given[number % 10])" + (number % 3 == 0 ? "" : "\(given[number / 10 % 10])")
        let digits = "51010019900101" + String(1000 + number).dropFirst()
        let check = IdentityNumber.checkCharacter(of: digits.compactMap(\.wholeNumberValue))
        guard let identity = IdentityNumber(text: digits + String(UnicodeScalar(check))) else { return nil }
        return Candidate(
            ticket: TicketNumber("0202006" + String(1000 + number).dropFirst()), name: name, identity: identity,
            team: team.id, unit: team.city + ["社会保险局", "就业服务管理局", "人力资源和社会保障局"][number % 3],
            role: isSubstitute ? .substitute : .regular, seat: nil)
    }

    private static let sections: [(title: String, type: ItemType, count: Int, full: Mark)] = [
        ("单项选择题", .singleChoice, 40, Mark(1)), ("多项选择题", .multipleChoice, 20, Mark(2)),
        ("判断题", .trueFalse, 20, Mark(1)),
    ]

    private static let items: [Item] = {
        let topics = ["习近平新时代中国特色社会主义思想", "就业创业", "社会保险", "人才人事", "劳动关系", "综合服务规范", "疫情防控期间人社政策"]
        return sections.flatMap { section in
            (0..<section.count).map { number in
                Item(
                    id: ItemID("\(section.type.rawValue)-\(number)"), type: section.type, stem: "", options: [],
                    topic: Topic(text: topics[number % topics.count]), difficulty: .medium)
            }
        }
    }()

    /// Somebody who knows between a half and nearly all of it; topics differ in how well they are known.
    private static func score(
        of ticket: TicketNumber, items: [Item], _ generator: inout SeededGenerator
    ) -> Score {
        let ability = 60 + generator.below(20) + generator.below(20)
        var scored: [ItemScore] = []
        for (number, item) in items.enumerated() {
            let full = item.type == .multipleChoice ? Mark(2) : Mark(1)
            let draw = generator.below(100) + 3 * (number % 7)
            let partial = item.type == .multipleChoice && draw < ability + 15 ? Mark(thousandths: 500) : .zero
            scored.append(ItemScore(item: item.id, marks: draw < ability ? full : partial, full: full))
        }
        var rest = scored[...]
        let sections = sections.map { section in
            let own = rest.prefix(section.count)
            rest = rest.dropFirst(section.count)
            return SectionScore(
                title: section.title, marks: own.reduce(.zero) { $0 + $1.marks }, full: section.full * section.count)
        }
        return Score(
            ticket: ticket, form: "A", total: sections.reduce(.zero) { $0 + $1.marks }, sections: sections,
            items: scored, seconds: 3600 + generator.below(3600))
    }
}

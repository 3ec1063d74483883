import ExamModel
import Foundation
import Grading
import Ranking

@testable import Reports

/// Two teams, a tie for the one place, a name and a title that mean something in HTML, somebody absent.
enum SmallExam {
    static let hostileName = "<b>钱&\"乙'\u{1}"
    static let hostileTitle = "演练 <script>alert(1)</script> & 测试"

    static func data(seats scores: [Score]? = nil, corrections: [CorrectionNote] = []) throws -> ReportData {
        let teams = [Team(id: "甲队", city: "成都市"), Team(id: "=乙队", city: "自贡市")]
        let candidates = [
            candidate("0001", "赵甲", "甲队"), candidate("0002", hostileName, "甲队"),
            candidate("0003", "孙丙", "=乙队"), candidate("0004", "李丁", "=乙队"),
        ].compactMap(\.self)
        let roster = Roster(teams: teams, candidates: candidates)
        let rules = CompetitionRules(
            teamSize: 2, counted: 1, advancing: 1, tieBreaks: [.section("多项选择题")],
            honours: [Honour(name: "知识通", count: 1, crossCheck: nil, excludesAdvancing: false)])
        let sat = scores ?? [score("0001", 5000, 4000), score("0002", 3000, 4500), score("0003", 5000, 4000)]
        let standings = try Ranker(rules: rules, roster: roster).standings(for: sat)
        let session = Session(
            name: "第一场", start: Date(timeIntervalSince1970: 1_592_443_800), minutes: 120, latestStartMinutes: 30,
            earliestHandInMinutes: 30)
        return ReportData(
            exam: Exam(id: "small", title: hostileTitle, session: session, roomRules: []), roster: roster, rules: rules,
            scores: sat, standings: standings,
            figures: Figures(scores: sat, items: items, roster: roster, rules: rules, standings: standings),
            analysis: ExamAnalysis(forms: [], comparisons: [], cuts: []), items: items,
            generatedAt: Date(timeIntervalSince1970: 1_592_467_500),
            verification: [
                .sentence(Bilingual("请用 <kaochang> 核验", "check it with <kaochang>")),
                .value(label: Bilingual("账本", "ledger"), "abc&def"),
            ], corrections: corrections)
    }

    /// Marks in thousandths.
    static func score(_ ticket: TicketNumber, _ first: Int, _ second: Int) -> Score {
        let (single, multiple, full) = (Mark(thousandths: first), Mark(thousandths: second), Mark(5))
        return Score(
            ticket: ticket, form: "A", total: single + multiple,
            sections: [
                SectionScore(title: "单项选择题", marks: single, full: full),
                SectionScore(title: "多项选择题", marks: multiple, full: full),
            ],
            items: [
                ItemScore(item: "1", marks: single, full: full), ItemScore(item: "2", marks: multiple, full: full),
            ], seconds: 3000)
    }

    private static let items = ["1", "2"].map { id in
        Item(
            id: ItemID(id), type: .singleChoice, stem: "", options: [],
            topic: Topic(text: id == "1" ? "就业创业" : "社会保险 & <待遇"), difficulty: .medium)
    }

    private static func candidate(_ ticket: TicketNumber, _ name: String, _ team: TeamID) -> Candidate? {
        IdentityNumber(text: "11010519491231002X").map { identity in
            Candidate(
                ticket: ticket, name: name, identity: identity, team: team, unit: "某县,社保局", role: .regular, seat: nil)
        }
    }
}

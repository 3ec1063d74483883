import AnswerKey
import ExamModel

@testable import Grading

/// A form of everything that is not answered by options alone: two blanks, a short answer, and a case of a single
/// choice, a multiple choice and a blank.
struct WordsFixture {
    static let fillIn = FillInRule(each: Mark(1), anyOrder: true, byValue: true)
    static let cases = CaseRule(
        marks: [Mark(1), Mark(2), Mark(1)],
        rules: [
            .init(type: .singleChoice, rule: .exact),
            .init(type: .multipleChoice, rule: .perOption(each: Mark("0.5") ?? .zero)),
            .init(type: .fillIn, rule: .fillIn(FillInRule())),
        ])

    var items: [Item] = [
        item("f", .fillIn, blanks: 2), item("w", .shortAnswer),
        item(
            "c", .caseSet,
            parts: [item("c.1", .singleChoice), item("c.2", .multipleChoice), item("c.3", .fillIn, blanks: 1)]),
    ]

    var keys = [
        Key(item: "f", answer: .blanks(["15日", "三十日|一个月"]), rationale: ""),
        Key(item: "w", answer: .text("要点一；要点二"), rationale: ""),
        Key(
            item: "c",
            answer: .parts([
                Key(item: "c.1", answer: .options(["2"]), rationale: ""),
                Key(item: "c.2", answer: .options(["1", "3"]), rationale: ""),
                Key(item: "c.3", answer: .blanks(["工伤"]), rationale: ""),
            ]), rationale: ""),
    ]

    var forms = [
        Form(
            id: "A",
            sections: [
                section("填空题", .fillIn, 2, .fillIn(fillIn), "f"),
                section("简答题", .shortAnswer, 5, .byHand(step: Mark("0.5") ?? .zero), "w"),
                section("案例题", .caseSet, 4, .byPart(cases), "c"),
            ])
    ]

    func grader(voided: [ItemID: VoidedItems] = [:]) throws(Refusal) -> Grader {
        try Grader(forms: forms, items: items, keys: keys, voided: voided)
    }

    static func sheet(_ ticket: TicketNumber, _ responses: [Response]) -> AnswerSheet {
        AnswerSheet(
            exam: "exam", form: "A", ticket: ticket, responses: responses, ending: .handedIn, seconds: 1800,
            journalHead: String(repeating: "0", count: 64))
    }

    static func item(_ id: ItemID, _ type: ItemType, blanks: Int = 0, parts: [Item] = []) -> Item {
        Item(
            id: id, type: type, stem: "题干", options: type.isChosen ? Item.Option.numbered(["甲", "乙", "丙", "丁"]) : [],
            blanks: blanks, parts: parts, topic: Topic(text: "社会保险"), difficulty: .medium)
    }

    private static func section(
        _ title: String, _ type: ItemType, _ marks: Int, _ scoring: ScoringRule, _ item: ItemID
    ) -> FormSection {
        FormSection(
            title: title, type: type, marks: Mark(marks), scoring: scoring,
            items: [ItemReference(id: item, version: 1)])
    }
}

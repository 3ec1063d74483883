import AnswerKey
import ExamModel

@testable import Grading

/// A small exam: 3 single choices at 1, 3 multiple choices at 2, 3 judgements at 1 with a deduction; topics in turn.
struct GradingFixture {
    var items: [Item] = []
    var keys: [Key] = []
    var forms: [Form]

    init(multiple: ScoringRule = .perOption(each: Mark(thousandths: 500))) {
        func items(_ prefix: String, _ type: ItemType) -> [Item] {
            zip(1...3, ["就业创业", "社会保险/工伤保险", "劳动关系"]).map { number, topic in
                Item(
                    id: ItemID("\(prefix)\(number)"), type: type, stem: "第 \(number) 题（）",
                    options: type == .trueFalse ? Item.Option.judgement : Item.Option.numbered(["甲", "乙", "丙", "丁"]),
                    topic: Topic(text: topic), difficulty: .medium)
            }
        }
        func references(_ items: [Item]) -> [ItemReference] {
            items.map { ItemReference(id: $0.id, version: $0.version) }
        }
        let (single, several, judged) = (
            items("s", .singleChoice), items("m", .multipleChoice), items("j", .trueFalse)
        )
        self.items = single + several + judged
        keys =
            single.map { Key(item: $0.id, answer: .options(["2"]), rationale: "") }
            + several.map { Key(item: $0.id, answer: .options(["1", "2", "4"]), rationale: "") }
            + judged.map { Key(item: $0.id, answer: .options(["T"]), rationale: "") }
        let sections = [
            FormSection(
                title: "单项选择题", type: .singleChoice, marks: Mark(1), scoring: .exact, items: references(single)),
            FormSection(
                title: "多项选择题", type: .multipleChoice, marks: Mark(2), scoring: multiple, items: references(several)),
            FormSection(
                title: "判断题", type: .trueFalse, marks: Mark(1), scoring: .deduction(penalty: Mark(1)),
                items: references(judged)),
        ]
        forms = [Form(id: "A", sections: sections), Form(id: "B", sections: sections)]
    }

    func grader() throws(Refusal) -> Grader {
        try Grader(forms: forms, items: items, keys: keys)
    }

    static func sheet(
        _ ticket: TicketNumber, form: FormID = "A", exam: ExamID = "exam", seconds: Int = 1800,
        _ responses: [(ItemID, [OptionID])] = []
    ) -> AnswerSheet {
        AnswerSheet(
            exam: exam, form: form, ticket: ticket,
            responses: responses.map { Response(item: $0.0, options: $0.1) }, ending: .handedIn, seconds: seconds,
            journalHead: String(repeating: "0", count: 64))
    }
}

import ExamModel
import ExamSeat
import ExamTestSupport
import Foundation
import Testing

/// The order of a candidate's items and options, against its definition in docs/Formats.md computed in Python.
struct CandidateOrderTests {
    private static let definition = """
        import hashlib, json, sys
        form, ticket = json.load(sys.stdin), sys.argv[1]
        plan = form["shuffle"]
        def order(*ids):
            return hashlib.sha256("\\n".join(["kaochang-order-1", plan["seed"], ticket, *ids]).encode()).hexdigest()
        for section in form["sections"]:
            items = sorted(section["items"], key=lambda item: order(item["id"])) if plan["items"] else section["items"]
            for item in items:
                options = item["options"]
                if plan["options"] and item["id"] not in plan["locked"]:
                    options = sorted(options, key=lambda option: order(item["id"], option["id"]))
                print(item["id"], *[option["id"] for option in options])
        """

    private func form(_ shuffle: ShufflePlan?) -> FormContent {
        let items = (0..<12).map { index in
            Item(
                id: ItemID("Q\(index)"), type: .singleChoice, stem: "题\(index)",
                options: Item.Option.numbered(["甲", "乙", "丙", "丁"]), topic: Topic(text: "劳动关系"), difficulty: .medium)
        }
        return FormContent(
            id: "A",
            sections: [items.prefix(7), items.suffix(5)].map { items in
                FormContentSection(
                    title: "单选", type: .singleChoice, marks: Mark(1), instructions: ScoringRule.exact.instructions,
                    items: Array(items))
            }, shuffle: shuffle)
    }

    private let plan = ShufflePlan(
        seed: String(repeating: "0f", count: 32), items: true, options: true, locked: ["Q3", "Q8"])

    private func lines(_ form: FormContent) -> [String] {
        form.items.map { item in ([item.id.text] + item.options.map(\.id.text)).joined(separator: " ") }
    }

    @Test func isWhatTheDefinitionSays() throws {
        for ticket: TicketNumber in ["5101240101", "5101240102", "川-7"] {
            let input = String(decoding: try JSONEncoder().encode(form(plan)), as: UTF8.self)
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = ["python3", "-c", Self.definition, ticket.text]
            let (inward, outward) = (Pipe(), Pipe())
            process.standardInput = inward
            process.standardOutput = outward
            try process.run()
            try inward.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try inward.fileHandleForWriting.close()
            let output = String(decoding: try outward.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
            process.waitUntilExit()
            #expect(output.split(separator: "\n").map(String.init) == lines(form(plan).ordered(for: ticket)))
        }
    }

    @Test func keepsSectionsAndLockedOptions() {
        let ordered = form(plan).ordered(for: "5101240101")
        #expect(ordered != form(plan))
        for (section, original) in zip(ordered.sections, form(plan).sections) {
            #expect(Set(section.items.map(\.id)) == Set(original.items.map(\.id)))
        }
        for item in ordered.items where plan.locked.contains(item.id) {
            #expect(item.options.map(\.id) == ["1", "2", "3", "4"])
        }
        #expect(form(nil).ordered(for: "5101240101") == form(nil))
    }

    @Test(arguments: [
        (["甲", "乙", "以上都对"], OptionLock.refersToOthers), (["A和B", "甲", "乙"], .refersToOthers),
        (["①②", "②③", "①②③"], .combination), (["3日", "5日", "10日"], .ordered), (["三十日", "十五日", "十日"], .ordered),
        (["2018年1月1日", "2018年7月1日", "2020年1月1日"], .ordered),
    ])
    func findsOptionsThatMustStay(options: [String], lock: OptionLock) {
        #expect(OptionLock(item(options), keepsOrdered: true) == lock)
        #expect(OptionLock(item(options), keepsOrdered: true, mayShuffle: true) == nil)
    }

    @Test(arguments: [
        ["用人单位依法缴费", "劳动者本人", "社会保险经办机构"], ["10日", "3日", "5日"], ["以书面形式通知各方", "口头告知", "不必告知"],
    ])
    func leavesOthersFree(options: [String]) {
        #expect(OptionLock(item(options), keepsOrdered: true) == nil)
        #expect(OptionLock(item(options), keepsOrdered: true, mayShuffle: false) == .byHand)
    }

    private func item(_ options: [String]) -> Item {
        Item(
            id: "Q", type: .singleChoice, stem: "下列说法（　）", options: Item.Option.numbered(options),
            topic: Topic(text: "劳动关系"), difficulty: .medium)
    }
}

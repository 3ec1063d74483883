import AnswerKey
import ExamModel
import ItemBank
import Testing

/// Cases keep their sub-items and keys, through storing, editing and going out again.
struct CaseTests {
    private static let draft = DraftItem(
        type: .caseSet, stem: "王某在下班途中受伤。", options: [], answer: .parts, topic: Topic(text: "社会保险/工伤保险"),
        parts: [
            Sample.injury, Sample.card,
            DraftItem(type: .fillIn, stem: "申请期限为____日。", options: [], answer: .blanks(["三十|30"])),
            DraftItem(type: .shortAnswer, stem: "说明理由。", options: [], answer: .text("非本人主要责任")),
        ])

    @Test func comesBackAsItWas() throws {
        let sample = try Sample([Self.draft])
        let entry = try sample.entry(Self.draft)
        #expect(DraftItem(entry.keyed) == Self.draft)
        #expect(entry.keyed.item.parts.map(\.id.text) == (1...4).map { "\(entry.id).\($0)" })
        #expect(try sample.bank.search(BankQuery(words: ["非本人主要责任"])).total == 1)
        #expect(try sample.bank.search(BankQuery(words: ["醉酒"])).total == 1)
    }

    @Test func aPartsReasonIsNoConflictButItsKeyIs() throws {
        let sample = try Sample([Self.draft])
        func changed(_ part: DraftItem) -> DraftItem {
            DraftItem(
                type: .caseSet, stem: Self.draft.stem, options: [], answer: .parts, topic: Self.draft.topic,
                parts: [part] + Self.draft.parts.dropFirst())
        }
        let reason = try sample.bank.store([(changed(Sample.injury.with(rationale: "另据")), Sample.place)], .today)
        #expect(reason.findings.map(\.code) == [.differsFromBank])
        let key = try sample.bank.store(
            [(changed(Sample.injury.with(answer: .options([0, 1]))), Sample.place)], .today)
        #expect(key.findings.map(\.code) == [.conflictsWithBank])
        let edited = try sample.bank.edit(
            sample.entry(Self.draft), to: changed(Sample.injury.with(answer: .options([0, 1]))), .by("李某"))
        #expect(edited.keyed.item.version == 1 && edited.keyed.key.version == 2)
    }
}

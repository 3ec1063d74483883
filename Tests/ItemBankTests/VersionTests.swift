import AnswerKey
import ExamModel
import ItemBank
import Testing

/// Nothing is overwritten: item and key have versions of their own, and every file that was ever imported is known again.
struct VersionTests {
    @Test func aCorrectedKeyLeavesTheItemsVersion() throws {
        let sample = try Sample(as: .approved)
        let held = try sample.entry(Sample.leave)
        let edited = try sample.bank.edit(held, to: Sample.leave.with(answer: .options([1])), .by("李某", "申诉"))
        #expect(edited.keyed.item == held.keyed.item)
        #expect(edited.keyed.key.version == 2)
        #expect(edited.keyed.key.answer == .options(["2"]))
        #expect(edited.state == .draft)
        #expect(edited.author == "李某")
        #expect(try sample.bank.version(1, key: 1, of: edited) == held.keyed)
    }

    @Test func aChangedTextLeavesTheKeysVersionAndTheOptionsIds() throws {
        let sample = try Sample(as: .approved)
        let held = try sample.entry(Sample.leave)
        let draft = Sample.leave.with(options: ["10", "5", "15", "二十"], answer: .options([1]))
        let edited = try sample.bank.edit(held, to: draft, .by("李某"))
        #expect(edited.keyed.item.version == 2)
        #expect(edited.keyed.item.options.map(\.id.text) == ["2", "1", "3", "4"])
        #expect(edited.keyed.key == held.keyed.key)
        #expect(edited.id == held.id)
    }

    @Test func anEditWithoutAChangeLeavesNoTrace() throws {
        let sample = try Sample(as: .approved)
        let held = try sample.entry(Sample.injury)
        #expect(try sample.bank.edit(held, to: Sample.injury, .by("李某")) == held)
        #expect(try sample.bank.history(of: held).count == 1)
    }

    @Test func twoEditorsDoNotOverwriteEachOther() throws {
        let sample = try Sample()
        let held = try sample.entry(Sample.leave)
        _ = try sample.bank.edit(held, to: Sample.leave.with(rationale: "甲"), .by("李某"))
        let refusal = #expect(throws: Refusal.self) {
            try sample.bank.edit(held, to: Sample.leave.with(rationale: "乙"), .by("王某"))
        }
        #expect(refusal?.has(.changedMeanwhile) == true)
        #expect(try sample.entry(Sample.leave).keyed.key.rationale == "甲")
    }

    @Test func anItemIsNotEditedIntoAnother() throws {
        let sample = try Sample()
        let other = Sample.leave.with(stem: "另一题（）。")
        _ = try sample.bank.store([(other, Sample.place)], .today)
        let refusal = #expect(throws: Refusal.self) {
            try sample.bank.edit(sample.entry(other), to: Sample.leave, .by("李某"))
        }
        #expect(refusal?.has(.sameAsAnother) == true)
    }

    @Test func oldAndNewTextsAreKnownAgain() throws {
        let sample = try Sample()
        let mended = Sample.leave.with(stem: "职工累计工作已满1年不满10年的，年休假是（）天。")
        _ = try sample.bank.edit(sample.entry(Sample.leave), to: mended, .by("李某"))
        let new = try sample.bank.store([(mended, Sample.place)], .today)
        #expect(new.unchanged == 1 && new.findings.isEmpty)
        let old = try sample.bank.store([(Sample.leave, Sample.place)], ImportOrder(.by("王某"), updates: true))
        #expect(old.unchanged == 1)
        #expect(old.findings.map(\.code) == [.olderThanBank])
        #expect(try sample.entry(mended).keyed.item.version == 2)
        #expect(try sample.bank.items().count == 3)
    }

    @Test func theSameOptionsInAnotherOrderAreTheSameItem() throws {
        let sample = try Sample()
        let turned = Sample.leave.with(options: ["20", "15", "10", "5"], answer: .options([3]))
        let same = try sample.bank.store([(turned, Sample.place)], .today)
        #expect(same.unchanged == 1 && same.findings.isEmpty)
        let wrong = try sample.bank.store([(turned.with(answer: .options([0])), Sample.place)], .today)
        #expect(wrong.findings.map(\.code) == [.conflictsWithBank])
    }

    @Test func anUpdateTakesOverEverythingButTheKey() throws {
        let sample = try Sample(as: .approved)
        let order = ImportOrder(.by("李某"), updates: true)
        let outcome = try sample.bank.store([(Sample.leave.with(rationale: "新解析"), Sample.place)], order)
        #expect(outcome.updated == 1 && outcome.findings.isEmpty)
        let entry = try sample.entry(Sample.leave)
        #expect(entry.keyed.key.version == 2 && entry.keyed.item.version == 1)
        #expect(entry.keyed.key.rationale == "新解析")
        let conflict = try sample.bank.store([(Sample.leave.with(answer: .options([2])), Sample.place)], order)
        #expect(conflict.findings.map(\.code) == [.conflictsWithBank])
        #expect(try sample.entry(Sample.leave).keyed.key.answer == .options(["1"]))
    }

    @Test func allOrNothingWhenAsked() throws {
        let sample = try Sample()
        let drafts = [Sample.leave.with(stem: "新题（）。"), Sample.leave.with(answer: .options([2]))]
        let outcome = try sample.bank.store(
            drafts.map { ($0, Sample.place) }, ImportOrder(.by("李某"), acceptsPartial: false))
        #expect(outcome.isRefused)
        #expect(try sample.bank.items().count == 3)
    }

    @Test func retiredItemsStayRetiredThroughAnImport() throws {
        let sample = try Sample()
        _ = try sample.bank.retire(sample.entry(Sample.leave).id, .by("李某"))
        let outcome = try sample.bank.store([(Sample.leave, Sample.place)], .today)
        #expect(outcome.findings.map(\.code) == [.retiredInBank])
        #expect(try sample.entry(Sample.leave).state == .retired)
    }
}

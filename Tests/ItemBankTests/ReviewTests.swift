import AnswerKey
import ExamModel
import ItemBank
import Testing

/// Draft, reviewed by a second person, approved, retired: only approved items go on papers.
struct ReviewTests {
    @Test func twoPeopleBringADraftOntoPapers() throws {
        let sample = try Sample()
        let id = try sample.entry(Sample.leave).id
        #expect(try sample.bank.pool().isEmpty)
        #expect(try sample.bank.review(id, .approve, .by("李某")).state == .reviewed)
        #expect(try sample.bank.pool().isEmpty)
        let approved = try sample.bank.review(id, .approve, .by("王某"))
        #expect(approved.state == .approved)
        #expect(approved.reviewer == "李某")
        #expect(try sample.bank.pool().map(\.id) == [id])
        #expect(try sample.bank.approvedItems().map(\.item.id) == [id])
        let history = try sample.bank.history(of: approved)
        #expect(history.map(\.action) == [.imported, .reviewed, .approved])
        #expect(history.map(\.note.by) == ["张某", "李某", "王某"])
    }

    @Test func nobodyReviewsHisOwnOrApprovesWhatHeReviewed() throws {
        let sample = try Sample()
        let id = try sample.entry(Sample.leave).id
        let own = #expect(throws: Refusal.self) { try sample.bank.review(id, .approve, .by("张某")) }
        #expect(own?.has(.samePerson) == true)
        _ = try sample.bank.review(id, .approve, .by("李某"))
        let twice = #expect(throws: Refusal.self) { try sample.bank.review(id, .approve, .by("李某")) }
        #expect(twice?.has(.samePerson) == true)
        #expect(try sample.entry(Sample.leave).state == .reviewed)
        let nameless = #expect(throws: Refusal.self) { try sample.bank.review(id, .approve, .by("")) }
        #expect(nameless?.has(.nameMissing) == true)
    }

    @Test func whatIsSentBackSaysWhy() throws {
        let sample = try Sample()
        let id = try sample.entry(Sample.leave).id
        _ = try sample.bank.review(id, .approve, .by("李某"))
        let mute = #expect(throws: Refusal.self) { try sample.bank.review(id, .sendBack, .by("王某")) }
        #expect(mute?.has(.reasonMissing) == true)
        let back = try sample.bank.review(id, .sendBack, .by("王某", "题干有歧义"))
        #expect(back.state == .draft)
        #expect(back.reviewer.isEmpty)
        #expect(try sample.bank.history(of: back).last?.note.reason == "题干有歧义")
    }

    @Test func whatIsRetiredStaysAndComesBackAsADraft() throws {
        let sample = try Sample(as: .approved)
        let id = try sample.entry(Sample.injury).id
        #expect(try sample.bank.retire(id, .by("李某", "条例已修订")).state == .retired)
        #expect(try !sample.bank.pool().contains { $0.id == id })
        #expect(throws: Refusal.self) { try sample.bank.review(id, .approve, .by("王某")) }
        #expect(throws: Refusal.self) { try sample.bank.retire(id, .by("李某")) }
        #expect(try sample.bank.items().count == 3)
        #expect(try sample.bank.restore(id, .by("李某")).state == .draft)
    }

    @Test func aBankThatAsksForReviewTakesOnlyDrafts() throws {
        let sample = try Sample([])
        try sample.bank.setAsksForReview(true)
        let draft = (draft: Sample.leave, place: Sample.place)
        let refusal = #expect(throws: Refusal.self) {
            try sample.bank.store([draft], ImportOrder(.by("张某"), as: .approved))
        }
        #expect(refusal?.has(.reviewRequired) == true)
        _ = try sample.bank.store([draft], .today)
        #expect(try sample.entry(Sample.leave).state == .draft)
        try sample.bank.setAsksForReview(false)
        _ = try sample.bank.store([(Sample.injury, Sample.place)], .today)
        #expect(try sample.entry(Sample.injury).state == .approved)
    }

    @Test func whatIsNotThereIsRefused() throws {
        let sample = try Sample()
        let refusal = #expect(throws: Refusal.self) { try sample.bank.retire("Q0", .by("李某")) }
        #expect(refusal?.has(.unknownBankItem) == true)
    }
}

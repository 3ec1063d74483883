import ExamModel
import ExamTestSupport
import SiteProtocol
import Sitting
import Testing

@testable import SiteServer

struct VoidTests {
    /// Whoever has handed in has left the machine: nobody is there to obey.
    @Test func aSittingIsVoidAsSoonAsItIsDeclaredSo() async throws {
        let room = try TestRoom()
        room.clock.set(.zero)
        let hall = try await room.hall()
        try await room.release(to: hall)
        _ = try await room.logIn(1, to: hall)
        let candidate = SealedSample.candidate(1)
        let sitting = try #require(await hall.record.sittings[candidate.ticket])
        var journal = try TestJournal(sitting.header)
        try journal.add(.started, at: .zero)
        try journal.add(.handedIn, at: .minutes(5))
        room.clock.set(.minutes(6))
        _ = try await hall.take(
            JournalLines(journal.bytes(), from: 0), of: candidate.ticket, from: "1", form: hall.form(of: sitting))
        #expect(await hall.sheets().map(\.ending) == [.handedIn])
        let done = try await hall.perform(.void([candidate.ticket]), by: "test", because: "替考")
        #expect(done.tickets == [candidate.ticket])
        #expect(await hall.sheets().map(\.ending) == [.voided])
        #expect(try await room.hall().sheets().map(\.ending) == [.voided])
    }
}

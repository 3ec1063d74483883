import ExamModel
import ExamTestSupport
import Foundation
import SiteProtocol
import Sitting
import Testing

@testable import SiteServer

struct RoomChangesTests {
    private struct Seats: Decodable {
        struct Seat: Decodable {
            let ticket: String
        }

        let seats: [Seat]
    }

    private func read(_ event: String) throws -> (name: String, tickets: [String]) {
        let match = try #require(event.wholeMatch(of: /event: (.*)\ndata: (.*)\n\n/))
        let seats = try JSONDecoder().decode(Seats.self, from: Data(match.2.utf8))
        return (String(match.1), seats.seats.map(\.ticket))
    }

    @Test func whoDoesNotComeBackAfterARestartIsCutOff() async throws {
        let first = try await TestHall()
        let who = SealedSample.candidate(1)
        let code = try #require(
            try await first.hall.perform(.issueCodes([who.seat]), by: "a", because: "b").codes[who.seat])
        _ = try await first.hall.enrol(EnrolmentRequest(code: code, machine: "m"), from: "10.0.0.1")
        _ = try await first.hall.logIn(LoginRequest(ticket: who.ticket, lastSix: who.lastSix), at: who.seat)
        let second = try await TestHall(first.sample, clock: first.clock)
        let contacts = await second.hall.contacts
        #expect(!contacts.isCutOff(who.ticket, .now))
        #expect(contacts.isCutOff(who.ticket, .now + Contacts.silence + .seconds(1)))
    }

    @Test func afterTheWholeRoomOnlySeatsThatChangedAreSent() async throws {
        let hall = try await TestHall()
        var changes = RoomChanges()
        let all = try read(changes.event(await hall.hall.view()))
        #expect(all.name == "room" && all.tickets.count == 3)
        hall.clock.advance(seconds: 5)
        let none = try read(changes.event(await hall.hall.view()))
        #expect(none.name == "change" && none.tickets.isEmpty, "time alone changes no seat")
        _ = try await hall.hall.perform(.issueCodes(["2"]), by: "a", because: "b")
        #expect(try read(changes.event(await hall.hall.view())).tickets.isEmpty)
        _ = try await hall.hall.perform(.giveTime([TestHall.ticket(2)], .seconds(60)), by: "a", because: "b")
        #expect(try read(changes.event(await hall.hall.view())).tickets == [TestHall.ticket(2).text])
    }
}

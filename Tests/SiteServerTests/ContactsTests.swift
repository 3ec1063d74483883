import ExamModel
import Sitting
import Testing

@testable import SiteServer

/// Who counts as cut off: each test tells what is heard at which second. The session's time may jump meanwhile.
struct ContactsTests {
    private static let start = ContinuousClock.now
    private let ticket: TicketNumber = "51012001"
    private var contacts = Contacts(at: start)

    private func at(_ seconds: Int) -> Contacts.Instant { Self.start + .seconds(seconds) }

    /// The server runs all the time until `last`, as its ticker does.
    private mutating func run(_ first: Int, _ last: Int) {
        for second in first...last { contacts.run(at: at(second)) }
    }

    private mutating func hang(_ second: Int) -> SessionTime? {
        contacts.hang(ticket, at: .seconds(second), at(second))
    }

    @Test mutating func whoHangsAtTheServerIsNotSilentHoweverTheSessionJumps() {
        #expect(hang(0) == nil)
        run(0, 100)
        #expect(!contacts.isCutOff(ticket, at(100)))
        #expect(contacts.hear(ticket, at: .minutes(90), at(100)) == nil)
    }

    @Test mutating func theNextRequestIsDueFiveSecondsAfterTheAnswer() {
        #expect(hang(0) == nil)
        run(0, 10)
        contacts.answer(ticket, at(10))
        run(10, 15)
        #expect(!contacts.isCutOff(ticket, at(15)))
        run(15, 16)
        #expect(contacts.isCutOff(ticket, at(16)))
        #expect(hang(16) == .seconds(0), "cut off since the last request")
        #expect(!contacts.isCutOff(ticket, at(16)))
    }

    @Test mutating func lateByLessIsNotCutOff() {
        #expect(hang(0) == nil)
        run(0, 10)
        contacts.answer(ticket, at(10))
        run(10, 14)
        #expect(hang(15) == nil)
    }

    @Test mutating func aLoginHasTimeUntilItsFirstPoll() {
        #expect(contacts.hear(ticket, at: .seconds(0), at(0)) == nil)
        contacts.answer(ticket, at(1))
        run(0, 24)
        #expect(!contacts.isCutOff(ticket, at(24)))
        run(24, 26)
        #expect(contacts.isCutOff(ticket, at(26)))
    }

    @Test mutating func aServerThatStoodStillAccusesNobody() {
        #expect(hang(0) == nil)
        run(0, 9)
        contacts.answer(ticket, at(9))
        // Stopped for a minute; the terminal comes back eight seconds after the server.
        contacts.run(at: at(69))
        run(69, 77)
        #expect(!contacts.isCutOff(ticket, at(77)))
        #expect(hang(77) == nil)
    }

    @Test mutating func theFirstRequestAfterAStandstillIsHeardBeforeTheTicker() {
        #expect(hang(0) == nil)
        contacts.answer(ticket, at(1))
        #expect(hang(60) == nil)
    }

    @Test mutating func afterAStandstillTheSilentOnesAreFoundAgain() {
        #expect(hang(0) == nil)
        run(0, 9)
        contacts.answer(ticket, at(9))
        contacts.run(at: at(69))
        run(69, 95)
        #expect(contacts.isCutOff(ticket, at(95)))
    }
}

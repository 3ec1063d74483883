import ExamModel
import ExamPackage
import ExamTestSupport
import Foundation
import Sealing
import SiteProtocol
import Sitting
import Testing

@testable import SiteServer

/// Journals that are carried to the site by hand are held to what the network's are held to.
struct CarryTests {
    private let room: TestRoom
    private let hall: Hall
    private let ticket = SealedSample.candidate(1).ticket

    /// The first candidate has logged in at T0.
    init() async throws {
        room = try TestRoom()
        room.clock.set(.zero)
        hall = try await room.hall()
        try await room.release(to: hall)
        _ = try await room.logIn(1, to: hall)
    }

    /// Began at once, answered the first item after 10 minutes and the second after 80; the time ran out.
    private func journal(number: Int = 1) async throws -> TestJournal {
        let header = try #require(await hall.record.sittings[SealedSample.candidate(number).ticket]?.header)
        var journal = try TestJournal(header)
        try journal.add(.started, at: .zero)
        try journal.add(.answered("i1", ["2"]), at: .minutes(10))
        try journal.add(.answered("i2", ["3"]), at: .minutes(80))
        try journal.add(.timeUp, at: .minutes(90))
        return journal
    }

    private func take(_ file: Data) async throws(SiteFault) -> CarriedJournal {
        try await hall.take(carried: file, by: "test", because: "断网")
    }

    private func fault(_ file: Data) async -> SiteFault? {
        do throws(SiteFault) {
            _ = try await take(file)
            return nil
        } catch {
            return error
        }
    }

    @Test func whatIsCarriedIsTakenOnceAndStandsInTheLog() async throws {
        let journal = try await journal()
        room.clock.set(.minutes(95))
        let file = try room.sealed(journal)
        let taken = try await take(file)
        #expect(taken.lines == 5 && taken.fresh == 5 && taken.hasEnded && taken.sha256 == Digest(of: file))
        #expect(try await take(file).fresh == 0)
        #expect(try await hall.lines(of: ticket) == journal.lines)
        let events = try await hall.rows()
        #expect(events.filter { $0.contains(taken.sha256.description) && $0.contains("断网") }.count == 1)
        let again = try await room.hall()
        #expect(await again.sheets().map(\.responses.count) == [2])
    }

    @Test func theGraceHoldsForWhatIsCarriedUntilTheInvigilatorOpensTheSittingAgain() async throws {
        let file = try await room.sealed(journal())
        room.clock.set(.minutes(101))
        #expect(await fault(file)?.code == .tooLate)
        #expect(await hall.view().incidents.map(\.kind) == [.late])
        _ = try await hall.perform(.reopen([ticket]), by: "test", because: "test")
        #expect(try await take(file).fresh == 3)
        #expect(try await hall.lines(of: ticket).count == 5)
    }

    @Test func aSittingThatTheSiteClosedTakesNothingUntilItIsOpenedAgain() async throws {
        let journal = try await journal()
        var beginning = journal
        beginning.keep(3)
        room.clock.set(.minutes(40))
        _ = try await take(room.sealed(beginning))
        _ = try await hall.perform(.close([ticket]), by: "test", because: "test")
        room.clock.set(.minutes(92))
        let file = try room.sealed(journal)
        #expect(await fault(file)?.code == .tooLate)
        #expect(await hall.sheets().map(\.ending) == [.collected])
        #expect(await hall.sheets().map(\.responses.count) == [1])
        _ = try await hall.perform(.reopen([ticket]), by: "test", because: "test")
        #expect(try await take(file).hasEnded)
        #expect(await hall.sheets().map(\.ending) == [.timeUp])
    }

    @Test func aTerminalThatIsConnectedDeliversItself() async throws {
        var journal = try await journal()
        journal.keep(3)
        room.clock.set(.minutes(11))
        _ = await hall.orders(of: ticket, after: 0, wait: 0, sawRelease: true)
        room.clock.set(.minutes(11) + .seconds(20))
        #expect(await fault(try room.sealed(journal))?.code == .movedAway)
        #expect(try await hall.stranded() == [ticket])
        #expect(try await hall.lines(of: ticket).isEmpty)
        room.clock.set(.minutes(11) + .seconds(30))
        #expect(try await take(room.sealed(journal)).fresh == 3)
    }

    @Test func otherLinesThanTheSitesAreRefusedAndKeptAside() async throws {
        var journal = try await journal()
        journal.keep(3)
        room.clock.set(.minutes(20))
        _ = try await take(room.sealed(journal))
        var other = journal
        other.keep(2)
        try other.add(.answered("i1", ["4"]), at: .minutes(10))
        #expect(await fault(try room.sealed(other))?.code == .forked)
        #expect(try await hall.lines(of: ticket) == journal.lines)
        #expect(try await hall.stranded() == [ticket])
        #expect(await hall.view().incidents.map(\.kind).contains(.forked))
    }

    @Test func onlyATerminalsSignatureAndThisSitesEnvelopeCount() async throws {
        let journal = try await journal()
        room.clock.set(.minutes(91))
        let file = try room.sealed(journal)
        var files = [
            try room.sealed(journal, by: .site), try room.sealed(journal, to: "second"), Data("x".utf8), Data(),
        ]
        files += [file.dropLast(), file + [0]].map { Data($0) }
        files.append(Data(file.enumerated().map { $0.offset == file.count / 2 ? $0.element ^ 1 : $0.element }))
        for file in files { #expect(await fault(file)?.code == .badRequest) }
        let stranger = JournalHeader(
            exam: "demo-2020", paper: room.paper.digest, form: "A", ticket: SealedSample.candidate(3).ticket)
        #expect(await fault(try room.sealed(TestJournal(stranger)))?.code == .againstRules)
        let another = JournalHeader(exam: "demo-2020", paper: .zero, form: "A", ticket: ticket)
        #expect(await fault(try room.sealed(TestJournal(another)))?.code == .againstRules)
        #expect(try await hall.lines(of: ticket).isEmpty)
    }

    @Test func timesOrdersAndChainsThatCannotBeAreRefused() async throws {
        room.clock.set(.minutes(50))
        #expect(await fault(try await room.sealed(journal()))?.code == .againstRules)
        var journal = try await journal(number: 2)
        journal.keep(3)
        var forged = journal
        try forged.add(.ordered(SittingOrder(number: 1, kind: .extraTime(.minutes(60)))), at: .minutes(20))
        #expect(await fault(try room.sealed(forged))?.code == .againstRules)
        var unknown = journal
        try unknown.add(.answered("i9", ["1"]), at: .minutes(20))
        #expect(await fault(try room.sealed(unknown))?.code == .againstRules)
        #expect(try await hall.lines(of: SealedSample.candidate(2).ticket) == journal.lines)
    }

    /// A terminal that was cut off for long sends in batches; what stands in the later ones is as old.
    @Test func aLongOutageIsDeliveredInSeveralBatchesAfterTheTimeIsUp() async throws {
        let header = try #require(await hall.record.sittings[ticket]?.header)
        var journal = try TestJournal(header)
        try journal.add(.started, at: .zero)
        for second in 1...900 {
            try journal.add(.answered("i1", [OptionID("\(second % 4 + 1)")]), at: .seconds(second))
        }
        try journal.add(.timeUp, at: .minutes(90))
        room.clock.set(.minutes(92))
        let form = try await hall.form(of: try #require(await hall.record.sittings[ticket]))
        var delivered = 0
        while delivered < journal.lines.count {
            let batch = Data(
                journal.bytes(from: delivered).split(separator: 0x0a).prefix(SiteRoute.mostLines)
                    .map { $0 + [0x0a] }.joined())
            let reply = try await hall.take(
                JournalLines(batch, from: delivered), of: ticket, from: "1", form: form)
            delivered = reply.lines
        }
        #expect(await hall.sheets().map(\.ending) == [.timeUp])
    }
}

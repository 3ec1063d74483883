import ExamModel
import ExamPackage
import ExamSeat
import ExamTestSupport
import Foundation
import Sealing
import Sitting
import Testing

struct ExamSeatTests {
    private static let start = Date(timeIntervalSince1970: 1_780_000_000)

    /// The clocks `seconds` after the start.
    private func reading(_ seconds: Int, boot: String = "first") -> ClockReading {
        ClockReading(
            boot: boot, nanoseconds: UInt64(10_000 + seconds) * 1_000_000_000,
            wallMilliseconds: (1_780_000_000 + seconds) * 1000)
    }

    private func desk(_ sample: SealedSample) throws -> ExamDesk {
        try DeskPlaces(paper: sample.folder["papers/sample.kcp"], release: nil, credentials: nil, answers: nil)
            .openDesk()
    }

    private func released(_ desk: ExamDesk, at seconds: Int) throws -> ReleasedPaper {
        guard case .open(let released) = try desk.find(at: reading(seconds)) else { throw NotOpen() }
        return released
    }

    private struct NotOpen: Error {}

    @Test func fromTheSealedPaperToTheReceipt() throws {
        let sample = try SealedSample(at: Self.start)
        let desk = try desk(sample)
        let candidate = try #require(desk.paper.candidate(ticket: "5101200001", lastSix: "00001x"))
        try sample.release(start: Self.start)
        let seat = try ExamSeat(candidate, at: desk, released(desk, at: 60), now: reading(60))
        try seat.begin(at: reading(60))
        try seat.sitting.perform(.answered("i4", ["3", "1"]), at: reading(100))
        try seat.sitting.perform(.answered("i6", ["T"]), at: reading(110))
        try seat.sitting.save()
        #expect(throws: Refusal.self) { try seat.handOver(at: reading(120)) }
        try seat.sitting.perform(.handedIn, at: reading(1900))
        #expect(seat.sheet == nil)
        try seat.sitting.save()
        let receipt = try seat.handOver(at: reading(1900))

        let sheet = try #require(try sample.sheet(of: 1))
        #expect(sheet == seat.sheet)
        #expect(
            sheet.responses == [Response(item: "i4", options: ["1", "3"]), Response(item: "i6", options: ["T"])])
        #expect(sheet.ending == .handedIn && sheet.seconds == 1900 && sheet.ticket == "5101200001")
        #expect(try Receipt(sheet) == receipt)
    }

    @Test func aSittingHandedInShowsItsReceiptAgainAndNeverReopens() throws {
        let sample = try SealedSample(at: Self.start)
        try sample.release(start: Self.start)
        let first: Receipt
        do {
            let desk = try desk(sample)
            let seat = try ExamSeat(SealedSample.candidate(1), at: desk, released(desk, at: 0), now: reading(0))
            try seat.begin(at: reading(0))
            try seat.sitting.tick(at: reading(9000))
            try seat.sitting.save()
            first = try seat.handOver(at: reading(9000))
        }
        let sealed = try sample.folder.read("answers/5101200001.kca")
        let desk = try desk(sample)
        let again = try ExamSeat(SealedSample.candidate(1), at: desk, released(desk, at: 0), now: reading(9100))
        try again.begin(at: reading(9100))
        #expect(throws: SittingFault.alreadyEnded) { try again.sitting.perform(.flagged("i1"), at: reading(9101)) }
        #expect(try again.handOver(at: reading(9102)) == first)
        #expect(try sample.folder.read("answers/5101200001.kca") == sealed)
        let sheet = try #require(try sample.sheet(of: 1))
        #expect(sheet.ending == .timeUp && sheet.seconds == 5400)
    }

    @Test func sealedAnswersWithoutTheirJournalAreNotSatAgain() throws {
        let sample = try SealedSample(at: Self.start)
        try sample.release(start: Self.start)
        let desk = try desk(sample)
        try sample.folder.write(Data("sealed".utf8), as: "answers/5101200001.kca")
        let refusal = #expect(throws: Refusal.self) {
            _ = try ExamSeat(SealedSample.candidate(1), at: desk, released(desk, at: 0), now: reading(0))
        }
        #expect(refusal?.has(.alreadySealed) == true)
    }

    @Test func nothingIsReadableBeforeTheReleaseAndTheStart() throws {
        let sample = try SealedSample(at: Self.start)
        let desk = try desk(sample)
        guard case .sealed = try desk.find(at: reading(10)) else { throw NotOpen() }
        let release = try sample.release(start: Self.start.addingTimeInterval(100))
        guard case .startsIn(let time) = try desk.find(at: reading(40)) else { throw NotOpen() }
        #expect(time == .seconds(60))
        let refusal = #expect(throws: Refusal.self) {
            _ = try ReleasedPaper(desk.paper, release: release, now: Self.start.addingTimeInterval(99))
        }
        #expect(refusal?.has(.releaseTooEarly) == true)
        #expect(try released(desk, at: 100).content(for: SealedSample.candidate(1)) == SealedSample.form)
        #expect(try released(desk, at: 100).exam.session.start == Self.start.addingTimeInterval(100))
    }

    @Test func aReleaseOfAnotherPaperIsRefused() throws {
        let sample = try SealedSample(at: Self.start)
        let other = try SealedSample(at: Self.start)
        try other.release(start: Self.start)
        try sample.folder.write(other.folder.read("papers/sample.kcr"), as: "papers/sample.kcr")
        let desk = try desk(sample)
        #expect(throws: Refusal.self) { _ = try desk.find(at: reading(10)) }
    }

    @Test func bothWrongOrEitherWrongIsTheSameRefusal() throws {
        let paper = try desk(SealedSample(at: Self.start)).paper
        #expect(paper.candidate(ticket: "5101200001", lastSix: "00001X") != nil)
        for (ticket, lastSix) in [
            ("5101200001", "00002X"), ("5101299999", "00001X"), ("5101299999", "######"), ("", ""), ("5101200001", ""),
            ("5101200001", "00001X0"),
        ] as [(TicketNumber, String)] {
            let found = paper.candidate(ticket: ticket, lastSix: lastSix)
            #expect(found == nil, "\(ticket) \(lastSix)")
        }
    }

    @Test func manySeatsShareOneOpenPaper() async throws {
        let sample = try SealedSample(at: Self.start, candidates: 60)
        try sample.release(start: Self.start)
        let first = try desk(sample)
        let released = try released(first, at: 0)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...60 {
                group.addTask {
                    let desk = try ExamDesk(
                        paper: released.paper, release: sample.folder["papers/sample.kcr"],
                        answers: sample.folder["answers"])
                    let seat = try ExamSeat(SealedSample.candidate(number), at: desk, released, now: reading(0))
                    try seat.begin(at: reading(0))
                    for item in 1...3 {
                        try seat.sitting.perform(.answered(ItemID("i\(item)"), ["1"]), at: reading(item))
                    }
                    try seat.sitting.perform(.handedIn, at: reading(1800))
                    try seat.sitting.save()
                    _ = try seat.handOver(at: reading(1800))
                }
            }
            try await group.waitForAll()
        }
        for number in 1...60 { #expect(try sample.sheet(of: number)?.responses.count == 3) }
    }
}

import CanonicalJSON
import ExamModel
import Foundation
import Sealing
import Sitting

/// A journal as docs/Formats.md describes it, made without the terminal's code.
struct TestJournal: Hashable {
    private struct Line: Encodable {
        let sequence: Int
        let previous: Digest
        let elapsed: SessionTime
        let clock: ClockReading
        let event: SittingEvent
    }

    /// Without their line feeds; the header first.
    private(set) var lines: [Data]

    init(_ header: JournalHeader) throws {
        lines = [try CanonicalJSON.encode(header)]
    }

    mutating func add(_ event: SittingEvent, at time: SessionTime) throws {
        lines.append(try Self.line(event, at: time, after: lines))
    }

    mutating func keep(_ count: Int) {
        lines.removeLast(lines.count - count)
    }

    /// The line that would follow.
    static func line(_ event: SittingEvent, at time: SessionTime, after lines: [Data]) throws -> Data {
        try CanonicalJSON.encode(
            Line(
                sequence: lines.count, previous: Digest(of: lines.last ?? Data()), elapsed: time,
                clock: ClockReading(
                    boot: "test", nanoseconds: UInt64(max(0, time.milliseconds)) * 1_000_000, wallMilliseconds: 0),
                event: event))
    }

    /// As lines travel.
    func bytes(from first: Int = 0) -> Data {
        lines.dropFirst(first).reduce(into: Data()) { $0 += $1 + [0x0a] }
    }
}

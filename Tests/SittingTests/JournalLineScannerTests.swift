import CanonicalJSON
import ExamModel
import Foundation
import Sealing
import Testing

@testable import Sitting

/// What is scanned is what the reader of JSON reads, to the byte; whatever else a line holds is left to that.
struct JournalLineScannerTests {
    private static let texts = ["", "a", "劳动合同", "😀", "/", "\"", "\\", "\n", "\u{7F}", "\u{2028}", "A-1"]

    private static func line(_ randomness: inout SeededGenerator) -> JournalLine {
        let texts = (0..<Int.random(in: 0...3, using: &randomness)).map { _ in
            Self.texts.randomElement(using: &randomness) ?? ""
        }
        let item = ItemID(texts.first ?? "q1")
        let events: [SittingEvent] = [
            .answered(item, texts.map { OptionID($0) }), .written(item, texts), .flagged(item), .unflagged(item),
            .heartbeat, .started, .handedIn, .timeUp, .ordered(SittingOrder(number: 1, kind: .extraTime(.minutes(5)))),
        ]
        let reading = ClockReading(
            boot: texts.last ?? "boot", nanoseconds: .random(in: 0...UInt64(1) << 60, using: &randomness),
            wallMilliseconds: .random(in: 0...1 << 53, using: &randomness))
        let entry = JournalEntry(
            event: events.randomElement(using: &randomness) ?? .heartbeat,
            time: SessionTime(milliseconds: .random(in: -1_000_000...1_000_000, using: &randomness)), reading: reading)
        return JournalLine(entry, sequence: .random(in: 0...1_000_000, using: &randomness), previous: .zero)
    }

    private static func randomness(_ stream: String) throws -> SeededGenerator {
        try SeededGenerator(#require(Seed(text: String(repeating: "0", count: 64))), stream: stream)
    }

    @Test func readsWhatIsWritten() throws {
        var randomness = try Self.randomness("journal lines")
        var scanned = 0
        for _ in 0..<1000 {
            let line = Self.line(&randomness)
            guard let found = try CanonicalJSON.encode(line).withUnsafeBytes(JournalLineScanner.scan) else { continue }
            scanned += 1
            #expect(found == line)
        }
        #expect(scanned > 100)
    }

    /// One byte changed, left out or put in: either left to the reader of JSON, or the canonical spelling of what that reads.
    @Test func agreesWithTheReaderOfJSONOnEverythingElse() throws {
        var randomness = try Self.randomness("changed journal lines")
        var accepted = 0
        for _ in 0..<100 {
            let bytes = try CanonicalJSON.encode(Self.line(&randomness))
            for _ in 0..<40 {
                var changed = bytes
                let place = Int.random(in: 0..<bytes.count, using: &randomness)
                switch Int.random(in: 0...2, using: &randomness) {
                case 0: changed[place] = .random(in: 0...255, using: &randomness)
                case 1: changed.remove(at: place)
                default: changed.insert(bytes.randomElement(using: &randomness) ?? 0, at: place)
                }
                guard let found = changed.withUnsafeBytes(JournalLineScanner.scan) else { continue }
                accepted += 1
                #expect(try found == CanonicalJSON.decode(JournalLine.self, from: changed))
            }
        }
        #expect(accepted > 50)
    }
}

import CanonicalJSON
import ExamModel
import Foundation
import Sealing
import Testing

@testable import Ledger

/// What is scanned is what the reader of JSON would read, to the byte; whatever else a line holds is left to that.
struct LineScannerTests {
    private static let pieces = [
        "a", "B", "9", "_", "~", "é", "考", "😀", " ", "/", "\\", "\"", "\n", "\u{7F}", "\u{2028}",
    ]

    private static func line(_ randomness: inout SeededGenerator) throws -> LedgerLine {
        func text(_ pieces: some Collection<String>, _ randomness: inout SeededGenerator) -> String {
            (0..<Int.random(in: 0...6, using: &randomness)).map { _ in pieces.randomElement(using: &randomness) ?? "" }
                .joined()
        }
        func artifacts(_ randomness: inout SeededGenerator) -> [LedgerArtifact] {
            (0..<Int.random(in: 0...2, using: &randomness)).map { _ in
                LedgerArtifact(
                    name: text(pieces.prefix(10), &randomness),
                    sha256: Digest(of: Data([.random(in: 0...255, using: &randomness)])))
            }
        }
        var note: [String: String] = [:]
        for _ in 0..<Int.random(in: 0...4, using: &randomness) {
            note[text(pieces.prefix(5), &randomness)] = text(
                pieces.prefix(Bool.random(using: &randomness) ? 10 : 15), &randomness)
        }
        let seconds = Double(Int.random(in: 0..<7_258_118_400, using: &randomness))
        let entry = LedgerEntry(
            time: Date(timeIntervalSince1970: seconds),
            action: LedgerAction(rawValue: text(pieces.prefix(4), &randomness)),
            inputs: artifacts(&randomness), outputs: artifacts(&randomness), note: note)
        return LedgerLine(
            entry, by: Purpose.allCases.randomElement(using: &randomness) ?? .office,
            sequence: Int.random(in: 1...1_000_000, using: &randomness), after: .zero,
            signature: Data(
                (0..<Int.random(in: 1...9, using: &randomness)).map { _ in .random(in: 0...255, using: &randomness) }))
    }

    @Test func readsWhatIsWritten() throws {
        var randomness = try SeededGenerator(#require(Seed(text: String(repeating: "0", count: 64))), stream: "lines")
        var scanned = 0
        for _ in 0..<500 {
            let line = try Self.line(&randomness)
            let bytes = try line.bytes()
            guard let found = bytes.withUnsafeBytes(LineScanner.scan) else { continue }
            scanned += 1
            #expect(found.line == line)
            #expect(try found.signed == line.signedBytes())
        }
        #expect(scanned > 250)
    }

    /// One byte changed, left out or put in: either left to the reader of JSON, or read as that reads it.
    @Test func agreesWithTheReaderOfJSONOnEverythingElse() throws {
        var randomness = try SeededGenerator(#require(Seed(text: String(repeating: "0", count: 64))), stream: "changes")
        var accepted = 0
        for _ in 0..<40 {
            let bytes = try Self.line(&randomness).bytes()
            for _ in 0..<60 {
                var changed = bytes
                let place = Int.random(in: 0..<bytes.count, using: &randomness)
                switch Int.random(in: 0...2, using: &randomness) {
                case 0: changed[place] = .random(in: 0...255, using: &randomness)
                case 1: changed.remove(at: place)
                default: changed.insert(bytes.randomElement(using: &randomness) ?? 0, at: place)
                }
                guard let found = changed.withUnsafeBytes(LineScanner.scan) else { continue }
                accepted += 1
                let line = try CanonicalJSON.decode(LedgerLine.self, from: changed)
                #expect(found.line == line, "\(String(decoding: changed, as: UTF8.self))")
                #expect(try found.signed == line.signedBytes())
            }
        }
        #expect(accepted > 50)
    }

    @Test(arguments: [
        ("\"sequence\":1,", "\"sequence\":01,"), ("\"sequence\":1,", "\"sequence\":1.0,"),
        ("\"sequence\":1,", "\"sequence\":-1,"), ("\"signature\":\"AAA=\"", "\"signature\":\"AAB=\""),
        ("\"signature\":\"AAA=\"", "\"signature\":\"AAA\""), ("\"signature\":\"AAA=\",", ""),
        ("1970-01-01T", "1970-02-30T"), ("00:00:00Z", "24:00:00Z"), ("00:00:00Z", "00:00:60Z"),
        ("00:00:00Z", "00:00:00+00:00"), ("\"version\":1", "\"version\":2"),
        ("{\"a\":\"1\",\"b\":\"2\"}", "{\"b\":\"2\",\"a\":\"1\"}"),
        ("{\"a\":\"1\",\"b\":\"2\"}", "{\"a\":\"1\",\"a\":\"2\"}"), ("\"office\"", "\"offices\""),
        ("{\"action\"", " {\"action\""),
    ])
    func leavesOtherSpellingsAlone(old: String, new: String) throws {
        let entry = LedgerEntry(
            time: Date(timeIntervalSince1970: 0), action: .bankImport, note: ["a": "1", "b": "2"])
        let line = LedgerLine(entry, by: .office, sequence: 1, after: .zero, signature: Data([0, 0]))
        let text = String(decoding: try line.bytes(), as: UTF8.self)
        #expect(Data(text.utf8).withUnsafeBytes(LineScanner.scan)?.line == line)
        let changed = text.replacing(old, with: new)
        #expect(changed != text)
        #expect(Data(changed.utf8).withUnsafeBytes(LineScanner.scan) == nil)
    }
}

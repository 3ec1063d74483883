import ExamModel
import ExamTestSupport
import Foundation
import Sealing
import Sitting
import Testing

struct AnswerJournalTests {
    private static let entries = [
        (SittingEvent.started, 0), (.answered("c", ["1", "3"]), 12), (.flagged("b"), 20), (.unflagged("b"), 21),
        (.heartbeat, 36), (.answered("a", []), 40), (.handedIn, 1800),
    ].map { JournalEntry(event: $0.0, time: .seconds($0.1), reading: SittingSample.reading($0.1)) }

    /// Writes the journal of all entries and returns its bytes.
    private func write(_ url: URL) throws -> Data {
        let journal = try AnswerJournal(at: url, header: SittingSample.header)
        for entry in Self.entries { try journal.append(entry) }
        return try Data(contentsOf: url)
    }

    @Test func formatIsAsPinned() throws {
        let golden = String(decoding: try Fixture.data("Sitting/journal-2.jsonl"), as: UTF8.self)
        let folder = try TemporaryFolder()
        let bytes = try write(folder["a.kcj"])
        #expect(String(decoding: bytes, as: UTF8.self) == golden)
    }

    /// What version 1 wrote is read, and goes on.
    @Test func theFirstVersionIsRead() throws {
        let folder = try TemporaryFolder()
        let url = folder["a.kcj"]
        try Fixture.data("Sitting/journal.jsonl").write(to: url)
        let journal = try AnswerJournal(at: url, header: SittingSample.header)
        #expect(journal.replayed == Self.entries)
    }

    @Test func givesBackWhatWasAppendedAndGoesOn() throws {
        let folder = try TemporaryFolder()
        let url = folder["a.kcj"]
        let bytes = try write(url)
        let journal = try AnswerJournal(at: url, header: SittingSample.header)
        #expect(journal.replayed == Self.entries)
        #expect(journal.head == Digest(of: try #require(bytes.split(separator: 0x0a).last)))
    }

    /// A crash may leave any beginning of the file: it opens with a beginning of the events, and takes new ones.
    @Test func everyPrefixOfTheBytesReplaysToAPrefixOfTheEvents() throws {
        let folder = try TemporaryFolder()
        let bytes = try write(folder["whole.kcj"])
        for count in 0...bytes.count {
            let text = try JournalText(bytes.prefix(count), file: "a")
            #expect(Array(Self.entries.prefix(text.entries.count)) == text.entries)
            let lines = bytes.prefix(count).count { $0 == 0x0a }
            #expect(text.entries.count == max(0, lines - 1))
        }
        for count in stride(from: 0, through: bytes.count, by: 37) {
            let url = folder["torn-\(count).kcj"]
            try bytes.prefix(count).write(to: url)
            do {
                let torn = try AnswerJournal(at: url, header: SittingSample.header)
                for entry in Self.entries.dropFirst(torn.replayed.count) { try torn.append(entry) }
            }
            #expect(try Data(contentsOf: url) == bytes)
        }
    }

    @Test func everyFlippedByteOfAWholeLineIsRefusedAndPointedAt() throws {
        let folder = try TemporaryFolder()
        let bytes = try write(folder["whole.kcj"])
        let lastLine = try #require(bytes.dropLast().lastIndex(of: 0x0a))
        for index in 0..<lastLine {
            var damaged = bytes
            damaged[index] ^= 0x01
            let refusal = #expect(throws: Refusal.self) { try JournalText(damaged, file: "a.kcj") }
            let place = try #require(refusal?.findings.first?.place)
            #expect(place.file == "a.kcj")
            #expect(place.line != nil)
        }
    }

    @Test func belongsToOneCandidateAndPaper() throws {
        let folder = try TemporaryFolder()
        let url = folder["a.kcj"]
        _ = try write(url)
        let other = JournalHeader(
            exam: "sample", paper: SittingSample.header.paper, form: "B", ticket: "5101240101")
        let refusal = #expect(throws: Refusal.self) { _ = try AnswerJournal(at: url, header: other) }
        #expect(refusal?.has(.journalOfAnother) == true)
    }

    @Test func isHeldByOneTerminalAtATime() throws {
        let folder = try TemporaryFolder()
        let url = folder["a.kcj"]
        let first = try AnswerJournal(at: url, header: SittingSample.header)
        let refusal = #expect(throws: Refusal.self) { _ = try AnswerJournal(at: url, header: SittingSample.header) }
        #expect(refusal?.has(.journalInUse) == true)
        try first.append(Self.entries[0])
    }

    @Test func refusesOtherVersionsAndOtherFiles() throws {
        let newer = Data(
            #"{"exam":"e","form":"A","format":"kaochang-journal","paper":"\#(Digest.zero)","ticket":"1","version":3}"#
                .utf8)
        #expect(throws: Refusal.self) { try JournalText(newer + Data([0x0a]), file: "a") }
        #expect(throws: Refusal.self) { try JournalText(Data("hello\n".utf8), file: "a") }
        let folder = try TemporaryFolder()
        let letter = folder["letter"]
        try Data("not a journal".utf8).write(to: letter)
        #expect(throws: Refusal.self) { _ = try AnswerJournal(at: letter, header: SittingSample.header) }
        #expect(try Data(contentsOf: letter) == Data("not a journal".utf8))
        let refusal = #expect(throws: Refusal.self) {
            _ = try AnswerJournal(at: folder["no/such/a.kcj"], header: SittingSample.header)
        }
        #expect(refusal?.has(.journalNotOpened) == true)
    }
}

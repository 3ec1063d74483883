import AnswerKey
import CanonicalJSON
import ExamModel
import ExamTestSupport
import Foundation
import Testing

@testable import Grading

/// The results of marking as they stand on the disk, pinned: docs/Formats.md, "Marking and ranking".
struct ResultFormatTests {
    private func isPinned<Value: Codable & Equatable>(_ value: Value, as name: String) throws {
        let pinned = try Fixture.data("results-1/\(name)")
        #expect(
            String(decoding: try CanonicalJSON.encode(value), as: UTF8.self) == String(decoding: pinned, as: UTF8.self))
        #expect(try CanonicalJSON.decode(Value.self, from: pinned) == value)
    }

    @Test func scores() throws {
        let sheet = WordsFixture.sheet(
            "001", [Response(item: "f", texts: ["15日", ""]), Response(item: "c.2", options: ["1"])])
        let unmarked = WordsFixture.sheet("002", [Response(item: "w", texts: ["答"])])
        let received = [sheet, unmarked, sheet].enumerated().map { index, sheet in
            ReceivedSheet(source: "answers/\(index).kca", content: .success(sheet))
        }
        let graded = try WordsFixture().grader().grade(
            received, of: "exam", expected: ["001": "A", "002": "A", "003": "A"])
        try isPinned(graded, as: "scores.json")
    }

    @Test func marksAndRulings() throws {
        try isPinned(
            [HandMark(ticket: "002", item: "w", marks: Mark(thousandths: 3500), marker: "阅甲")], as: "marks.json")
        try isPinned(
            SheetRulings(
                voided: [.init(ticket: "003", reason: "携带手机")],
                chosen: [.init(ticket: "001", source: "answers/001~2.kca", reason: "换机后的答卷")]), as: "rulings.json")
    }

    @Test func corrections() throws {
        try isPinned(
            [
                KeyCorrection(item: "Q1", change: .replace(.options(["1", "3"])), reason: "第四十六条"),
                KeyCorrection(item: "Q2", change: .accept(.blanks(["30日"])), reason: "同义"),
                KeyCorrection(item: "Q3", change: .void(.fullMarks), reason: "题干有歧义"),
            ], as: "corrections.json")
    }
}

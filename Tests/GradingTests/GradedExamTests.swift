import ExamModel
import Foundation
import Testing

@testable import Grading

struct GradedExamTests {
    private let expected: [TicketNumber: FormID] = ["001": "A", "002": "B", "003": "A", "004": "A", "005": "A"]

    private func grade(_ sheets: [ReceivedSheet]) throws -> GradedExam {
        let graded = try GradingFixture().grader().grade(sheets, of: "exam", expected: expected)
        #expect(graded.received == sheets.count)
        #expect(graded.scores.count + graded.exceptions.count == sheets.count)
        let people = graded.scores.map(\.ticket) + graded.withheld + graded.absent
        #expect(people.sorted() == expected.keys.sorted())
        return graded
    }

    private func received(_ sheet: AnswerSheet) -> ReceivedSheet {
        ReceivedSheet(source: "\(sheet.ticket).answers", content: .success(sheet))
    }

    @Test func accountsForEverySheetAndCandidate() throws {
        let graded = try grade([
            received(GradingFixture.sheet("003", [("s1", ["2"])])),
            received(GradingFixture.sheet("001")),
            received(GradingFixture.sheet("999")),
            received(GradingFixture.sheet("002", form: "A")),
            received(GradingFixture.sheet("001", exam: "other")),
            received(GradingFixture.sheet("004", [("x1", ["1"])])),
            ReceivedSheet(source: "seat-17", content: .failure(Refusal("BAD_SEAL", "封签不符", "the seal is broken"))),
        ])
        #expect(graded.scores.map(\.ticket) == ["001", "003"])
        #expect(graded.exceptions.map(\.reason) == [.unknownTicket, .wrongForm, .wrongExam, .damaged, .damaged])
        #expect(graded.exceptions.map(\.ticket) == ["999", "002", "001", "004", nil])
        #expect(graded.exceptions.last?.message.chinese == "封签不符")
        #expect(graded.withheld == ["002", "004"])
        #expect(graded.absent == ["005"])
    }

    @Test func aCopyIsADuplicate() throws {
        let sheet = received(GradingFixture.sheet("001", [("s1", ["2"])]))
        let graded = try grade([sheet, sheet, sheet])
        #expect(graded.scores.map(\.total) == [Mark(1)])
        #expect(graded.exceptions.map(\.reason) == [.duplicate, .duplicate])
        #expect(graded.withheld.isEmpty)
    }

    /// Which of two sheets counts is for people to say, never for the order in which files are read.
    @Test func differentSheetsOfOneCandidateAreAllHeldBack() throws {
        let sheets = [
            received(GradingFixture.sheet("001", [("s1", ["2"])])), received(GradingFixture.sheet("001")),
        ]
        for order in [sheets, sheets.reversed()] {
            let graded = try grade(order)
            #expect(graded.scores.isEmpty)
            #expect(graded.exceptions.map(\.reason) == [.conflicting, .conflicting])
            #expect(graded.withheld == ["001"])
        }
    }

    @Test func nobodyCame() throws {
        #expect(try grade([]).absent == ["001", "002", "003", "004", "005"])
    }

    @Test func survivesJSON() throws {
        let graded = try grade([
            received(GradingFixture.sheet("001", [("m1", ["1"])])), received(GradingFixture.sheet("999")),
        ])
        let json = try JSONEncoder().encode(graded)
        #expect(try JSONDecoder().decode(GradedExam.self, from: json) == graded)
    }
}

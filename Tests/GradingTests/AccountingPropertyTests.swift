import ExamModel
import ExamTestSupport
import Testing

@testable import Grading

/// Sheets in = sheets graded + listed exceptions, and every candidate is somewhere, whatever comes in.
struct AccountingPropertyTests {
    private let expected: [TicketNumber: FormID] = ["001": "A", "002": "B", "003": "A", "004": "A", "005": "B"]

    private func sheet(_ index: Int, _ generator: inout SeededGenerator) -> ReceivedSheet {
        let source = "answers/\(index).kca"
        let tickets: [TicketNumber] = expected.keys.sorted() + ["999"]
        let ticket = tickets[generator.below(tickets.count)]
        switch generator.below(10) {
        case 0: return ReceivedSheet(source: source, content: .failure(Refusal("BAD_SEAL", "封签不符", "broken")))
        case 1:
            return ReceivedSheet(source: source, content: .success(GradingFixture.sheet(ticket, exam: "other")))
        case 2: return ReceivedSheet(source: source, content: .success(GradingFixture.sheet(ticket, [("x", ["1"])])))
        default:
            let form: FormID = generator.below(6) == 0 ? "B" : expected[ticket] ?? "A"
            let chosen: [OptionID] = [["1"], ["2"]][generator.below(2)]
            return ReceivedSheet(
                source: source, content: .success(GradingFixture.sheet(ticket, form: form, [("s1", chosen)])))
        }
    }

    private func rulings(_ sheets: [ReceivedSheet], _ generator: inout SeededGenerator) -> SheetRulings {
        let voided = expected.keys.sorted().filter { _ in generator.below(6) == 0 }
        let chosen = sheets.compactMap { sheet -> SheetRulings.Chosen? in
            guard generator.below(4) == 0, case .success(let answers) = sheet.content else { return nil }
            return .init(ticket: answers.ticket, source: sheet.source, reason: "裁定")
        }
        return SheetRulings(voided: voided.map { .init(ticket: $0, reason: "违纪") }, chosen: chosen)
    }

    @Test(arguments: 0..<Rounds.count(usually: 300))
    func nothingAndNobodyIsLost(round: Int) throws {
        let seed = try #require(Seed(text: String(round + 1, radix: 16)))
        var generator = SeededGenerator(seed, stream: "accounting")
        let sheets = (0..<generator.below(12)).map { sheet($0, &generator) }
        let rulings = rulings(sheets, &generator)
        let graded = try GradingFixture().grader().grade(sheets, of: "exam", expected: expected, rulings: rulings)
        #expect(graded.received == sheets.count)
        #expect(graded.scores.count + graded.exceptions.count == sheets.count, "seed \(seed)")
        let people = graded.scores.map(\.ticket) + graded.withheld + graded.absent
        #expect(people.sorted() == expected.keys.sorted(), "seed \(seed)")
        let sources = sheets.map(\.source)
        #expect(graded.exceptions.map(\.source) == sources.filter { graded.exceptions.map(\.source).contains($0) })
        let voided = Set(rulings.voided.map(\.ticket))
        #expect(graded.scores.allSatisfy { !voided.contains($0.ticket) }, "seed \(seed)")
    }

    @Test func aChosenSheetCountsAndTheOthersAreListed() throws {
        let sheets = [["1"], ["2"], ["1"]].enumerated().map { index, options in
            ReceivedSheet(
                source: "\(index)",
                content: .success(GradingFixture.sheet("001", [("s1", options.map { OptionID($0) })])))
        }
        let rulings = SheetRulings(voided: [], chosen: [.init(ticket: "001", source: "1", reason: "换机后的答卷")])
        let graded = try GradingFixture().grader().grade(sheets, of: "exam", expected: expected, rulings: rulings)
        #expect(graded.scores.map(\.total) == [Mark(1)])
        #expect(graded.exceptions.map(\.reason) == [.superseded, .superseded])
    }

    @Test func rulingsMustBeAboutSheetsThatAreThere() throws {
        let sheets = [ReceivedSheet(source: "a", content: .success(GradingFixture.sheet("001")))]
        let rulings = SheetRulings(
            voided: [.init(ticket: "777", reason: "")],
            chosen: [.init(ticket: "001", source: "b", reason: ""), .init(ticket: "002", source: "a", reason: "")])
        let findings = Grader.faults(of: rulings, sheets: sheets, expected: expected)
        #expect(findings.map(\.code) == [.unfitRuling, .unfitRuling, .unfitRuling])
    }
}

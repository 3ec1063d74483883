import AnswerKey
import ExamModel
import Testing

@testable import Grading

struct GraderTests {
    @Test func addsUpSections() throws {
        let score = try GradingFixture().grader().grade(
            GradingFixture.sheet(
                "001", seconds: 1234,
                [
                    ("s1", ["2"]), ("s2", ["1"]), ("m1", ["1", "2", "4"]), ("m2", ["1", "4"]), ("m3", ["1", "3"]),
                    ("j1", ["T"]), ("j2", ["T"]), ("j3", ["F"]),
                ]))
        #expect(score.sections.map(\.marks) == [Mark(1), Mark(3), Mark(1)])
        #expect(score.sections.map(\.full) == [Mark(3), Mark(6), Mark(3)])
        #expect(score.items.map(\.marks.thousandths) == [1000, 0, 0, 2000, 1000, 0, 1000, 1000, -1000])
        #expect(score.total == Mark(5))
        #expect(score.seconds == 1234)
    }

    @Test func noSectionFallsBelowZero() throws {
        let sheet = GradingFixture.sheet("001", [("s1", ["2"]), ("j1", ["F"]), ("j2", ["F"])])
        let score = try GradingFixture().grader().grade(sheet)
        #expect(score.sections.map(\.marks) == [Mark(1), .zero, .zero])
        #expect(score.total == Mark(1))
    }

    @Test func anEmptySheetEarnsNothing() throws {
        let score = try GradingFixture().grader().grade(GradingFixture.sheet("001"))
        #expect(score.total == .zero)
        #expect(score.items.count == 9)
        #expect(score.items.allSatisfy { $0.marks == .zero })
    }

    @Test func totalIsTheSumOfSectionsOnRandomSheets() throws {
        let seed = try #require(Seed(text: "67ad1e"))
        var generator = SeededGenerator(seed, stream: "sheets")
        let fixture = GradingFixture()
        let grader = try fixture.grader()
        for round in 0..<300 {
            let responses = fixture.items.compactMap { item -> (ItemID, [OptionID])? in
                let chosen = item.options.map(\.id).filter { _ in generator.below(2) == 0 }
                return chosen.isEmpty ? nil : (item.id, chosen)
            }
            let score = try grader.grade(GradingFixture.sheet("001", responses))
            let sections = score.sections.reduce(0) { $0 + $1.marks.thousandths }
            #expect(score.total.thousandths == sections, "seed \(seed), round \(round)")
            #expect(score.sections.allSatisfy { (.zero...$0.full).contains($0.marks) }, "seed \(seed), round \(round)")
        }
    }

    @Test(arguments: [
        (GradingFixture.sheet("1", form: "Z"), FindingCode.unknownForm),
        (GradingFixture.sheet("1", [("x9", ["1"])]), .unknownItem),
        (GradingFixture.sheet("1", [("s1", ["9"])]), .unknownOption),
        (GradingFixture.sheet("1", [("s1", ["1"]), ("s1", ["2"])]), .duplicateResponse),
        (GradingFixture.sheet("1", [("m1", ["1", "1"])]), .duplicateResponse),
        (GradingFixture.sheet("1", seconds: -1), .badTime),
    ])
    func refusesWhatNoTerminalWrites(sheet: AnswerSheet, code: FindingCode) throws {
        let grader = try GradingFixture().grader()
        let refusal = #expect(throws: Refusal.self) { try grader.grade(sheet) }
        #expect(refusal?.findings.map(\.code) == [code])
    }

    @Test func formsAreTheSameWhateverTheOrderOfKeys() throws {
        var fixture = GradingFixture()
        let sheet = GradingFixture.sheet("001", [("m1", ["1", "2"]), ("j1", ["T"])])
        let score = try fixture.grader().grade(sheet)
        fixture.keys.reverse()
        fixture.items.reverse()
        #expect(try fixture.grader().grade(sheet) == score)
    }
}

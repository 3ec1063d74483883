import AnswerKey
import ExamModel
import Testing

@testable import Grading

/// Items that the judges void, floors, and corrected keys.
struct VoidedTests {
    private let sheet = GradingFixture.sheet("1", [("s1", ["2"]), ("s2", ["1"]), ("m1", ["1", "2", "4"])])

    private func score(_ sheet: AnswerSheet, _ voided: [ItemID: VoidedItems]) throws -> Score {
        let fixture = GradingFixture()
        return try Grader(forms: fixture.forms, items: fixture.items, keys: fixture.keys, voided: voided).grade(sheet)
    }

    @Test func fullMarksGoToEverybody() throws {
        #expect(try score(sheet, [:]).sections.map(\.marks) == [Mark(1), Mark(2), .zero])
        #expect(try score(sheet, ["s2": .fullMarks]).sections[0].marks == Mark(2))
        #expect(try score(GradingFixture.sheet("2"), ["s2": .fullMarks]).total == Mark(1), "also to who left it blank")
    }

    @Test func whatIsLeftIsScaledToTheSection() throws {
        let score = try score(sheet, ["s2": .rescale])
        #expect(score.sections[0].marks.description == "1.5", "1 of 2 becomes 1.5 of 3")
        #expect(score.sections[0].full == Mark(3))
        #expect(score.items.first { $0.item == "s2" }?.full == .zero)
        #expect(score.total == Mark("3.5"))
    }

    /// Scaling a loss makes it larger, but no section earns less than its floor; and the steps are told.
    @Test func theFloorHoldsAfterScaling() throws {
        let fixture = GradingFixture()
        let sections = fixture.forms[0].sections.map {
            FormSection(
                title: $0.title, type: $0.type, marks: $0.marks, scoring: $0.scoring,
                floor: .mark(Mark(thousandths: -500)), items: $0.items)
        }
        let grader = try Grader(
            forms: [Form(id: "A", sections: sections)], items: fixture.items, keys: fixture.keys,
            voided: ["j3": .rescale])
        let sheet = GradingFixture.sheet("1", [("j1", ["F"])])
        #expect(try grader.grade(sheet).sections[2].marks == Mark(thousandths: -500))
        #expect(
            try grader.explainSections(sheet).map(\.chinese) == [
                "单项选择题：各题合计 0 分（满分 3）", "多项选择题：各题合计 0 分（满分 6）",
                "判断题：各题合计 -1 分，剔除作废题后满分 2 分，折算为 -1.5 分，大题最低 -0.5 分（满分 3）",
                "总分 0 分（各大题合计 -0.5 分，整卷最低 0 分）",
            ])
    }

    @Test(arguments: [
        (1000, 3000, 2000, 667), (2000, 3000, 1000, 667), (500, 3000, 1000, 167), (-1000, 3000, 2000, -667),
    ])
    func scalingRoundsHalfUpToAThousandth(part: Int, whole: Int, other: Int, expected: Int) {
        #expect(
            Mark(thousandths: part).scaled(from: Mark(thousandths: whole), to: Mark(thousandths: other)).thousandths
                == expected)
    }

    @Test func aSectionIsNeverTakenOutAsAWhole() {
        #expect(throws: Refusal.self) { try score(sheet, ["s1": .rescale, "s2": .rescale, "s3": .rescale]) }
    }

    @Test(arguments: [
        (SectionFloor.zero, "0", "2"), (.none, "-1", "1"), (.mark(Mark(thousandths: -500)), "-0.5", "1.5"),
    ])
    func theFloorIsTheSections(floor: SectionFloor, section: String, total: String) throws {
        let fixture = GradingFixture()
        let sections = fixture.forms[0].sections.map {
            FormSection(
                title: $0.title, type: $0.type, marks: $0.marks, scoring: $0.scoring, floor: floor, items: $0.items)
        }
        let grader = try Grader(forms: [Form(id: "A", sections: sections)], items: fixture.items, keys: fixture.keys)
        let score = try grader.grade(GradingFixture.sheet("1", [("m1", ["1", "2", "4"]), ("j1", ["F"])]))
        #expect(score.sections[2].marks.description == section)
        #expect(score.total.description == total)
        #expect(try grader.grade(GradingFixture.sheet("1", [("j1", ["F"])])).total == .zero, "the paper never")
    }

    @Test func aCorrectedKeyIsANewVersionAndLeavesTheOthers() throws {
        let keys = WordsFixture().keys
        let corrected = try CorrectedKeys(
            keys,
            [
                KeyCorrection(item: "c.2", change: .accept(.options(["1"])), reason: ""),
                KeyCorrection(item: "f", change: .accept(.blanks(["", "30天"])), reason: ""),
                KeyCorrection(item: "c.1", change: .void(.fullMarks), reason: ""),
            ])
        #expect(corrected.key(of: "c.2")?.version == 2)
        #expect(corrected.key(of: "c")?.version == 2)
        #expect(corrected.key(of: "f")?.version == 2)
        #expect(corrected.key(of: "w")?.version == 1)
        #expect(corrected.voided == ["c.1": .fullMarks])
        guard case .parts(let parts) = corrected.keys[2].answer else { throw Refusal("TEST", "", "") }
        #expect(parts[1].answer == .anyOf([["1", "3"], ["1"]]))
        #expect(corrected.keys[0].answer == .blanks(["15日", "三十日|一个月|30天"]))
    }

    @Test func theBetterOfTwoAcceptedAnswersCounts() throws {
        var fixture = GradingFixture()
        fixture.keys[3] = Key(item: "m1", answer: .anyOf([["1", "2", "4"], ["1", "2"]]), rationale: "")
        let grader = try fixture.grader()
        #expect(try grader.grade(GradingFixture.sheet("1", [("m1", ["1", "2"])])).total == Mark(2))
        #expect(try grader.grade(GradingFixture.sheet("1", [("m1", ["1", "2", "4"])])).total == Mark(2))
        #expect(try grader.grade(GradingFixture.sheet("1", [("m1", ["1"])])).total == Mark("0.5"))
        #expect(try grader.grade(GradingFixture.sheet("1", [("m1", ["3"])])).total == .zero)
    }

    @Test(arguments: [
        KeyCorrection(item: "x", change: .void(.fullMarks), reason: ""),
        KeyCorrection(item: "f", change: .replace(.blanks(["一个"])), reason: ""),
        KeyCorrection(item: "w", change: .replace(.options(["1"])), reason: ""),
        KeyCorrection(item: "c.3", change: .accept(.options(["1"])), reason: ""),
    ])
    func aCorrectionThatFitsNothingIsRefused(correction: KeyCorrection) {
        #expect(throws: Refusal.self) { try CorrectedKeys(WordsFixture().keys, [correction]) }
    }
}

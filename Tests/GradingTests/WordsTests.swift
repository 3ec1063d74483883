import AnswerKey
import ExamModel
import Testing

@testable import Grading

/// Fill-in, short answers and cases through the grader.
struct WordsTests {
    private let all: [Response] = [
        Response(item: "f", texts: ["一个月", "十五日"]), Response(item: "w", texts: ["写了一些"]),
        Response(item: "c.1", options: ["2"]), Response(item: "c.2", options: ["3"]),
        Response(item: "c.3", texts: ["工 伤"]),
    ]

    @Test func everySubItemIsMarkedByItsOwnRule() throws {
        let score = try WordsFixture().grader().grade(WordsFixture.sheet("1", all), hand: ["w": Mark("3.5") ?? .zero])
        #expect(score.items.map(\.item) == ["f", "w", "c.1", "c.2", "c.3"])
        #expect(score.items.map(\.marks.description) == ["2", "3.5", "1", "0.5", "1"])
        #expect(score.sections.map(\.marks.description) == ["2", "3.5", "2.5"])
        #expect(score.sections.map(\.full.description) == ["2", "5", "4"])
        #expect(score.total == Mark(8))
    }

    @Test func anAnswerWithoutItsMarkWaits() throws {
        let grader = try WordsFixture().grader()
        let sheet = WordsFixture.sheet("1", all)
        #expect(throws: Refusal.self) { try grader.grade(sheet) }
        let graded = grader.grade(
            [ReceivedSheet(source: "1.kca", content: .success(sheet))], of: "exam", expected: ["1": "A"])
        #expect(graded.exceptions.map(\.reason) == [.incomplete])
        #expect(graded.withheld == ["1"])
        #expect(try grader.grade(WordsFixture.sheet("1", [])).total == .zero, "a blank answer needs no marker")
        #expect(try grader.handTasks(of: sheet).map(\.item) == ["w"])
        #expect(try grader.handTasks(of: WordsFixture.sheet("1", [])).isEmpty)
    }

    @Test(arguments: [("5", true), ("0", true), ("5.5", false), ("-0.5", false), ("0.3", false)])
    func aMarkIsAMultipleOfTheStepWithinFullMarks(text: String, isFit: Bool) throws {
        let task = try #require(try WordsFixture().grader().handTasks(of: WordsFixture.sheet("1", all)).first)
        #expect((task.objection(to: try #require(Mark(text))) == nil) == isFit)
    }

    @Test(arguments: [
        Response(item: "f", options: ["1"]), Response(item: "f", texts: ["1", "2", "3"]),
        Response(item: "w", options: ["1"]), Response(item: "c.1", texts: ["乙"]), Response(item: "c", options: ["1"]),
    ])
    func anAnswerOfAnotherKindIsRefused(response: Response) throws {
        #expect(throws: Refusal.self) { try WordsFixture().grader().grade(WordsFixture.sheet("1", [response])) }
    }

    private func codes(_ change: (inout WordsFixture) -> Void) -> [FindingCode] {
        var fixture = WordsFixture()
        change(&fixture)
        do throws(Refusal) {
            _ = try fixture.grader()
            return []
        } catch {
            return error.findings.map(\.code)
        }
    }

    @Test func keysMustFitBlanksAndSubItems() {
        #expect(codes { _ in }.isEmpty)
        #expect(codes { $0.keys[0] = Key(item: "f", answer: .blanks(["15日"]), rationale: "") } == [.unfitKey])
        #expect(codes { $0.keys[0] = Key(item: "f", answer: .blanks(["15日", "｜"]), rationale: "") } == [.unfitKey])
        #expect(codes { $0.keys[2] = Key(item: "c", answer: .text(""), rationale: "") } == [.unfitKey])
        #expect(
            codes { fixture in
                guard case .parts(let parts) = fixture.keys[2].answer else { return }
                fixture.keys[2] = Key(item: "c", answer: .parts(parts.reversed()), rationale: "")
            } == [.unfitKey])
        #expect(codes { $0.items[2] = WordsFixture.item("c", .caseSet, parts: []) } == [.unfitKey])
    }

    @Test func caseMarksAddUpAndRulesFit() {
        func codes(_ rule: CaseRule) -> [FindingCode] {
            self.codes { fixture in
                let old = fixture.forms[0].sections[2]
                fixture.forms = [
                    Form(
                        id: "A",
                        sections: [
                            FormSection(
                                title: old.title, type: old.type, marks: old.marks, scoring: .byPart(rule),
                                items: old.items)
                        ])
                ]
            }
        }
        #expect(codes(WordsFixture.cases).isEmpty)
        #expect(codes(CaseRule(marks: [Mark(1), Mark(2)], rules: WordsFixture.cases.rules)).contains(.unfitRule))
        let wrong = CaseRule(
            marks: WordsFixture.cases.marks, rules: [.init(type: .singleChoice, rule: .perOption(each: Mark(1)))])
        #expect(codes(wrong).contains(.unfitRule))
    }
}

import AnswerKey
import ExamModel
import Testing

@testable import Grading

struct GraderPreparationTests {
    private func codes(_ change: (inout GradingFixture) -> Void) -> [FindingCode] {
        var fixture = GradingFixture()
        change(&fixture)
        do throws(Refusal) {
            _ = try fixture.grader()
            return []
        } catch {
            return error.findings.map(\.code)
        }
    }

    /// One form with one section of this type, over the fixture's items of the type.
    private func codes(_ type: ItemType, _ scoring: ScoringRule, marks: Mark = Mark(2)) -> [FindingCode] {
        codes { fixture in
            let items = fixture.items.filter { $0.type == type }
            let section = FormSection(
                title: "大题", type: type, marks: marks, scoring: scoring,
                items: items.map { ItemReference(id: $0.id, version: 1) })
            fixture.forms = [Form(id: "A", sections: [section])]
        }
    }

    @Test func acceptsTheFixture() {
        #expect(codes { _ in }.isEmpty)
    }

    @Test func everyItemNeedsItsKeyOnEveryForm() {
        #expect(codes { $0.keys.removeAll { $0.item == "m2" } } == [.missingKey, .missingKey])
    }

    @Test func everyItemIsNeededInTheVersionOfTheForm() {
        #expect(codes { $0.items.removeAll { $0.id == "s1" } } == [.missingItem, .missingItem])
        #expect(
            codes { fixture in
                fixture.items = fixture.items.map { item in
                    Item(
                        id: item.id, version: 2, type: item.type, stem: item.stem, options: item.options,
                        topic: item.topic, difficulty: item.difficulty)
                }
            }.count == 18)
    }

    @Test(arguments: [
        ("s1", Key.Answer.options(["1", "2"])), ("s1", .options([])), ("m1", .options([])), ("j1", .options(["1"])),
        ("m1", .options(["1", "7"])), ("s1", .text("甲")), ("m1", .blanks(["甲"])),
    ])
    func refusesAKeyThatDoesNotFit(item: String, answer: Key.Answer) {
        let found = codes { fixture in
            fixture.keys = fixture.keys.map {
                $0.item.text == item ? Key(item: $0.item, answer: answer, rationale: "") : $0
            }
        }
        #expect(found == [.unfitKey, .unfitKey])
    }

    @Test func refusesWhatIsGivenTwice() {
        #expect(codes { $0.keys.append($0.keys[0]) } == [.givenTwice])
        #expect(codes { $0.forms.append($0.forms[0]) } == [.givenTwice])
        #expect(codes { $0.items.append($0.items[0]) }.isEmpty, "the same item again is no harm")
        #expect(
            codes { fixture in
                let sections = fixture.forms[0].sections
                fixture.forms = [Form(id: "A", sections: sections + [sections[0]])]
            } == [.givenTwice])
    }

    @Test(arguments: [ItemType.singleChoice, .trueFalse])
    func partialMarksAreForMultipleChoice(type: ItemType) {
        #expect(codes(type, .perOption(each: Mark(1))) == [.unfitRule])
        #expect(codes(type, .underSelection(partial: Mark(1))) == [.unfitRule])
        #expect(codes(type, .plusMinus(right: Mark(1), wrong: Mark(1))) == [.unfitRule])
        #expect(codes(type, .exact).isEmpty)
        #expect(codes(type, .deduction(penalty: Mark(1))).isEmpty)
    }

    @Test(arguments: [ItemType.fillIn, .shortAnswer, .caseSet])
    func itemsInWordsAreNotScoredByOptions(type: ItemType) {
        #expect(codes(type, .exact) == [.unfitRule])
    }

    @Test func amountsLieBetweenNothingAndFullMarks() {
        #expect(codes(.multipleChoice, .perOption(each: Mark(3))) == [.unfitRule])
        #expect(codes(.multipleChoice, .underSelection(partial: Mark(-1))) == [.unfitRule])
        #expect(codes(.multipleChoice, .plusMinus(right: Mark(1), wrong: Mark(-1))) == [.unfitRule])
        #expect(codes(.trueFalse, .deduction(penalty: Mark(3))) == [.unfitRule])
        #expect(codes(.multipleChoice, .exact, marks: .zero) == [.unfitRule])
        #expect(codes(.multipleChoice, .exact, marks: Mark(thousandths: .max)) == [.unfitRule])
    }
}

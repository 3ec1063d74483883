import ExamModel
import Testing

@testable import ItemAnalysis

struct FlagAndFormTests {
    /// Forty sheets of five good items; on the sixth the strong choose C though the key says A.
    @Test func aWrongKeyIsSeen() throws {
        let items = (1...6).map { RandomForm.item(ItemID("\($0)"), 4, Mark(1), right: 1, wrong: .zero) }
        let form = CodedForm(form: "A", sections: [CodedSection(title: "一", floor: .zero, items: items)])
        let sheets = (0..<40).flatMap { person -> [UInt8] in
            (0..<5).map { person > 8 * $0 ? 1 : 2 } + [person >= 20 ? 4 : person % 2 == 0 ? 1 : 8]
        }
        let analysis = try #require(FormAnalysis(CountedSheets(sheets, of: form)))
        let suspect = analysis.items[5]
        #expect(suspect.flags.contains(.distractorAboveKey) && suspect.flags.contains(.negative))
        #expect(suspect.options.map(\.chosen) == [10, 0, 20, 10])
        #expect(analysis.items[2].flags == [.idleDistractor])
        #expect(analysis.items.prefix(5).allSatisfy { !$0.flags.contains(.distractorAboveKey) })
    }

    /// Everybody has full marks on it: that is the judges' doing.
    @Test func aVoidedItemIsNotCalledEasy() throws {
        let full = CodedItem(
            id: "v", full: Mark(1), options: [], right: 0,
            answers: [.init(chosen: 0, marks: .zero), .init(chosen: 0, marks: Mark(1))], isVoided: true)
        let other = RandomForm.item("o", 4, Mark(1), right: 1, wrong: .zero)
        let form = CodedForm(form: "A", sections: [CodedSection(title: "一", floor: .zero, items: [full, other])])
        let analysis = try #require(FormAnalysis(CountedSheets([1, 1, 1, 2, 1, 1], of: form)))
        #expect(analysis.items[0].flags == [.voided] && analysis.items[0].facility == 1)
        #expect(!analysis.items[1].flags.contains(.voided))
    }

    @Test func aHarderFormIsSeenAndEquated() throws {
        let easy = try CountedSheets(LSAT.sheets(LSAT.section6), of: LSAT.form)
        let hard = try CountedSheets(LSAT.sheets(LSAT.section7), of: LSAT.form)
        let (first, second) = (try #require(FormAnalysis(easy)), try #require(FormAnalysis(hard)))
        let comparison = try #require(FormComparison(first, second, step: 0.1))
        #expect(abs(comparison.meanDifference + 0.112) < 1e-9)
        #expect(comparison.differs)
        let slope = try #require(comparison.slope)
        let intercept = try #require(comparison.intercept)
        #expect(abs(slope * second.mean + intercept - first.mean) < 1e-9)
        #expect(FormComparison(first, first, step: 1)?.differs == false)
        // The same difference does not matter where a whole mark is the smallest step.
        #expect(FormComparison(first, second, step: 1)?.differs == false)
    }

    @Test func standsWithOneSheetAndWithNone() throws {
        let one = try #require(FormAnalysis(CountedSheets([1, 0, 1, 1, 0], of: LSAT.form)))
        #expect(one.alpha == nil && one.deviation == nil && one.items.allSatisfy { $0.itemRest == nil })
        #expect(FormAnalysis(try CountedSheets([], of: LSAT.form)) == nil)
    }

    @Test func anAnswerThatIsNoneIsRefused() throws {
        let refusal = #expect(throws: Refusal.self) {
            try CountedSheets([0, 1, 0, 1, 0, 0, 1, 2, 0, 0], of: LSAT.form)
        }
        #expect(refusal?.has(.badAnswer) == true)
    }

    @Test func marksThatAreTooFineAreRefused() throws {
        let fine = (0..<100).map { number in
            CodedItem(
                id: ItemID("\(number)"), full: Mark(100), options: [], right: 0,
                answers: [.init(chosen: 0, marks: .zero), .init(chosen: 0, marks: Mark(thousandths: 99_991))])
        }
        let form = CodedForm(form: "A", sections: [CodedSection(title: "一", floor: .zero, items: fine)])
        #expect(throws: Refusal.self) { try CountedSheets([], of: form) }
    }
}

import ExamModel
import Testing

@testable import ItemAnalysis

struct ExtremeGroupsTests {
    /// 100 sheets: 27 wanted. 20 have the highest total, 10 the next: seven of those ten, each to seven tenths.
    @Test func equalsAtTheBoundaryShareWhatIsLeft() {
        let groups = ExtremeGroups([30, 40, 10, 20])
        #expect(groups.size == 27)
        #expect(groups.upper == [0, 0, 0.7, 1])
        #expect(groups.lower == [0.9, 0, 0, 0])
    }

    @Test func whenAllAreEqualBothGroupsAreEverybody() {
        let groups = ExtremeGroups([0, 50, 0])
        #expect(groups.upper == [0, 0.27, 0])
        #expect(groups.upper == groups.lower)
    }

    /// Whoever stands first in the file makes no difference to any statistic.
    @Test(arguments: ["1", "2", "3", "4", "5", "6"])
    func theOrderOfTheSheetsChangesNothing(_ seed: String) throws {
        let random = try RandomForm(seed: seed, sheets: 83)
        let items = random.form.items.count
        var order = Array(0..<83)
        var generator = SeededGenerator(try #require(Seed(text: seed)), stream: "order")
        generator.shuffle(&order)
        let shuffled = order.flatMap { random.sheets[$0 * items..<($0 + 1) * items] }
        let first = FormAnalysis(try CountedSheets(random.sheets, of: random.form))
        #expect(first == FormAnalysis(try CountedSheets(shuffled, of: random.form)), "seed \(seed)")
    }
}

import ExamModel
import Testing

@testable import Reports

struct ResultListTests {
    @Test(arguments: [("90", 2, "90.00"), ("90.5", 2, "90.50"), ("90.25", 1, "90.25"), ("0", 0, "0"), ("7", 1, "7.0")])
    func marksStandInLine(text: String, decimals: Int, result: String) throws {
        let mark = try #require(Mark(text))
        #expect(mark.text(decimals: decimals) == result)
    }

    @Test(arguments: [
        ("abc", 3), ("成都市", 6), ("“知识通”", 6 + 4), ("A队", 3), ("", 0), ("𠮷", 2), ("e\u{301}", 1), ("１２", 4),
    ])
    func widthIsThatOfChineseFonts(text: String, width: Int) {
        #expect(PrintedWidth.of(text) == width)
    }

    @Test func rowsAreHighEnoughForTheirLines() {
        let list = ResultList(
            title: "", columns: [("说明", .long)],
            rows: [[.text("短")], [.text(String(repeating: "长", count: 50))]])
        let measure = SheetMeasure(list)
        #expect(measure.widths == [48])
        #expect(measure.height(ofRow: 0) == 19.5)
        #expect(measure.height(ofRow: 1) == 3 * 14.5 + 5)
    }
}

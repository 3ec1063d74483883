import ExamModel
import Foundation
import Testing

struct MarkTests {
    @Test(arguments: [("1.5", 1500), ("0.25", 250), ("-2", -2000), ("100", 100_000), ("0.001", 1)])
    func readsDecimals(text: String, thousandths: Int) {
        #expect(Mark(text)?.thousandths == thousandths)
    }

    @Test(arguments: ["", "1.", ".5", "1.2345", "1e3", "１", "--1", "1,5", "9999999999"])
    func refusesWhatIsNoMark(text: String) {
        #expect(Mark(text) == nil)
    }

    @Test func writesTheShortestDecimal() {
        #expect(Mark(thousandths: 87_500).description == "87.5")
        #expect(Mark(thousandths: -250).description == "-0.25")
        #expect(Mark(90).description == "90")
    }

    @Test func survivesJSONForEveryThousandth() throws {
        for thousandths in stride(from: -3_000, through: 3_000, by: 1) {
            let mark = Mark(thousandths: thousandths)
            let json = try JSONEncoder().encode(mark)
            #expect(String(decoding: json, as: UTF8.self) == mark.description)
            #expect(try JSONDecoder().decode(Mark.self, from: json) == mark)
        }
    }
}

import Foundation
import TableFile
import Testing

struct CSVWriterTests {
    private func line(_ cells: [String]) -> String {
        String(decoding: CSVWriter.data([cells]).dropFirst(3), as: UTF8.self)
    }

    @Test func beginsWithAMarkAndEndsLinesWithBoth() {
        #expect(CSVWriter.data([["a"], ["b"]]) == Data([0xEF, 0xBB, 0xBF]) + Data("a\r\nb\r\n".utf8))
    }

    @Test func quotesWhatNeedsIt() {
        #expect(line(["a,b", "say \"hi\"", "x\ny", " z", ""]) == "\"a,b\",\"say \"\"hi\"\"\",\"x\ny\",\" z\",\r\n")
    }

    @Test(arguments: ["=1+1", "+A1", "-2-3", "@SUM(A1)", "=cmd|' /C calc'!A0", "-", "＝1", "-1e5", "--1", "+1."])
    func defusesFormulas(text: String) {
        #expect(line([text]).hasPrefix("'") || line([text]).hasPrefix("\"'"))
    }

    @Test(arguments: ["-1", "+3.5", "-0.25", "12", "1=1"])
    func leavesNumbersAlone(text: String) {
        #expect(line([text]) == text + "\r\n")
    }
}

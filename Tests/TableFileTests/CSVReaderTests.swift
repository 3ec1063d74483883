import ExamModel
import Foundation
import TableFile
import Testing

struct CSVReaderTests {
    private func rows(_ text: String, format: Table.Format = .csv) throws -> [Table.Row] {
        try TableFile.table(of: TextFile(name: "t.csv", data: Data(text.utf8)), format: format).sheets[0].rows
    }

    @Test func keepsRowAndPhysicalLine() throws {
        let rows = try rows("a,b\r\n\r\n,,\r\n\"x\r\ny\",\"1,\"\"2\"\"\"\rlast")
        #expect(rows.map(\.number) == [1, 4, 5])
        #expect(rows.map(\.line) == [1, 4, 6])
        #expect(rows.map { $0.cells.map(\.text) } == [["a", "b"], ["x\ny", "1,\"2\""], ["last"]])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func acceptsEveryLineEnd(end: String) throws {
        let rows = try rows(["a,b", "", "c", "\"d\(end)e\",f"].joined(separator: end))
        #expect(rows.map(\.line) == [1, 3, 4])
        #expect(rows.last?.cells.map(\.text) == ["d\ne", "f"])
    }

    @Test func readsQuotesWhereTheyDoNotBelong() throws {
        #expect(try rows("a \"b\" c,\"d\"e,\"\"").first?.cells.map(\.text) == ["a \"b\" c", "de", ""])
    }

    @Test func pointsToTheQuoteThatIsNeverClosed() throws {
        #expect { try rows("a\nb,\"c\nd\n") } throws: {
            ($0 as? Refusal)?.findings.first?.code == .quoteNotClosed
                && ($0 as? Refusal)?.findings.first?.place.line == 2
        }
    }

    @Test func findsTheDelimiter() throws {
        #expect(try rows("题干\t答案\n甲,乙\tA").map(\.cells.count) == [2, 2])
        #expect(try rows("a;b;c").first?.cells.count == 3)
        #expect(try rows("\"a;b;c;d\",e").first?.cells.count == 2)
        #expect(try rows("a,b\tc", format: .tsv).first?.cells.map(\.text) == ["a,b", "c"])
        #expect(try rows("").isEmpty)
    }

    @Test func boundsCellsAndTheirLength() throws {
        #expect { try rows(String(repeating: "x", count: 2 << 20)) } throws: {
            ($0 as? Refusal)?.has(.cellTooLong) == true
        }
        #expect { try rows(String(repeating: ",", count: 3_000_001)) } throws: {
            ($0 as? Refusal)?.has(.tableTooLarge) == true
        }
    }

    /// Whatever cells are written come back, for a thousand random tables.
    @Test func readsBackWhatTheWriterWrites() throws {
        let alphabet = ["a", "题", "\"", ",", "\n", " ", "1", "'", ";", "\t"]
        for number in 0..<1000 {
            var generator = SeededGenerator(try #require(Seed(text: String(number, radix: 16))), stream: "csv")
            let table = (0..<(1 + generator.below(4))).map { _ in
                ["x"]
                    + (0..<generator.below(4)).map { _ in
                        "y" + (0..<generator.below(6)).map { _ in alphabet[generator.below(alphabet.count)] }.joined()
                    }
            }
            let file = try TextFile(name: "t.csv", data: CSVWriter.data([["a", "b", "c", "d", "e", "f"]] + table))
            let rows = try TableFile.table(of: file, format: .csv).sheets[0].rows
            #expect(rows.dropFirst().map { $0.cells.map(\.text) } == table, "seed \(number)")
        }
    }
}

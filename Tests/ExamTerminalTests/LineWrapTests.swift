import ExamModel
import Testing

@testable import ExamTerminal

struct LineWrapTests {
    @Test func keepsClosingMarksFromTheStart() {
        #expect(LineWrap.lines("用人单位应当支付，经济补偿。", width: 16) == ["用人单位应当支", "付，经济补偿。"])
    }

    @Test func keepsOpeningMarksFromTheEnd() {
        #expect(LineWrap.lines("依据国家《劳动合同法》规定", width: 10) == ["依据国家", "《劳动合同", "法》规定"])
    }

    @Test func keepsWordsAndNumbersWhole() {
        #expect(LineWrap.lines("每题 1.5 分 overtime 加班", width: 10) == ["每题 1.5", "分", "overtime", "加班"])
    }

    @Test func keepsABlankBracketWhole() {
        #expect(LineWrap.lines("经济补偿的有（　　）。", width: 14) == ["经济补偿的有", "（　　）。"])
    }

    @Test func cutsWhatFitsNoLine() {
        #expect(LineWrap.lines("abcdefghij", width: 4) == ["abcd", "efgh", "ij"])
        #expect(LineWrap.lines("，，，，", width: 4) == ["，，", "，，"])
    }

    @Test func keepsParagraphsAndShowsControlCharactersAsBlanks() {
        #expect(LineWrap.lines("一\n\n二\t三", width: 10) == ["一", "", "二 三"])
        #expect(LineWrap.lines("", width: 10) == [""])
    }

    /// For random texts: nothing is wider than the line, nothing but blanks is lost, no line starts or ends wrongly.
    @Test(arguments: 0..<200)
    func holdsForRandomTexts(seed: Int) throws {
        var generator = SeededGenerator(try #require(Seed(text: String(seed, radix: 16))), stream: "wrap")
        let text = Self.randomText(&generator)
        let width = 24 + generator.below(60)
        let lines = LineWrap.lines(text, width: width)
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= width }, "seed \(seed)")
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " }, "seed \(seed)")
        #expect(!lines.dropFirst().contains { "，。、；：？！）》”%".contains($0.prefix(1)) && !$0.isEmpty }, "seed \(seed)")
        #expect(!lines.dropLast().contains { "（《“".contains($0.suffix(1)) && !$0.isEmpty }, "seed \(seed)")
    }

    /// Words, numbers and marks in any order, never more than three marks on end.
    private static func randomText(_ generator: inout SeededGenerator) -> String {
        let words = ["用人单位", "支付", "补偿", "1.5", "overtime", " ", "第38条"]
        let marks = ["，", "。", "、", "；", "：", "？", "！", "（", "《", "“", "”", "》", "）", "%", ""]
        return (0..<60).map { _ in
            words[generator.below(words.count)]
                + (0..<generator.below(3)).map { _ in marks[generator.below(marks.count)] }
                .joined()
        }.joined()
    }
}

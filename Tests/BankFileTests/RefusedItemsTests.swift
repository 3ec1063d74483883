import AnswerKey
import BankFile
import ExamModel
import Foundation
import Testing

/// What was refused comes back in a workbook that can be mended.
struct RefusedItemsTests {
    private let text = """
        一、单选题
        1. 甲（） A. 一 B. 二
        2. 乙（） A. 一 B. 二
        答案：C
        3. 丙（）
        A. 一
        C. 三
        答案：A
        二、案例题
        1.【案例】甲受伤。
        （1）【单选题】乙（）
        A、一
        B、二
        正确答案：C
        """

    @Test func refusesTheSameAgainUntilMended() throws {
        let first = try bank(text)
        let data = try #require(try first.refusedWorkbook())
        let second = try bank(data, name: "refused.xlsx")
        let codes = { (contents: BankFileContents) in
            contents.findings.filter { $0.severity == .error }.map(\.code.rawValue).sorted()
        }
        #expect(codes(second) == codes(first))
        #expect(second.items.isEmpty)
        #expect(second.refused.count == 4)
    }

    @Test func isNothingWhenNothingWasRefused() throws {
        #expect(try bank("一、单选题\n1. 甲（） A. 一 B. 二\n答案：A").refusedWorkbook() == nil)
    }
}

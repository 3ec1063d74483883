import BankFile
import Foundation
import Testing

struct BankFileReportTests {
    @Test func keepsTheContract() throws {
        let contents = try bank(
            """
            一、多选题
            1. 甲（） A. 一 B. 二
            答案：BA
            二、判断题
            1. 乙。
            答案：错
            三、填空题
            1. 丙____。
            答案：三十日
            四、单选题
            1. 丁（） A. 一 B. 二
            """)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        let json = try encoder.encode(BankFileReport(contents))
        let object = try #require(JSONSerialization.jsonObject(with: json) as? [String: Any])
        #expect(object.keys.sorted() == ["encoding", "file", "format", "imported", "issues", "items"])
        #expect(object["imported"] as? Int == 3)
        let items = try #require(object["items"] as? [[String: Any]])
        #expect(items.map { $0["type"] as? String } == ["multiple-choice", "true-false", "fill-in"])
        #expect(items[0]["key"] as? String == "AB")
        #expect(items[1]["key"] as? Bool == false)
        #expect(items[1]["options"] as? [String] == [])
        #expect(items[2]["key"] as? [String] == ["三十日"])
        let issues = try #require(object["issues"] as? [[String: Any]])
        #expect(issues.count == 1)
        #expect(issues[0]["severity"] as? String == "error")
        #expect(issues[0]["code"] as? String == "MISSING_ANSWER")
        #expect(issues[0]["line"] as? Int == 11)
        #expect((issues[0]["message"] as? String)?.isEmpty == false)
    }
}

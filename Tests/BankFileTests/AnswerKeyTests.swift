import AnswerKey
import BankFile
import ExamModel
import Testing

/// Keys that stand apart from the items.
struct AnswerKeyTests {
    private let paper = """
        一、单选题
        1. 甲（） A. 一 B. 二
        2. 乙（） A. 一 B. 二
        二、判断题
        1. 丙。（ ）
        2. 丁。（ ）

        """

    @Test(arguments: [
        "参考答案\n一、单选题\n1-2 AB\n二、判断题\n1-2 √×", "【参考答案】\n一、单选题：1.A 2.B\n二、判断题：1.√；2.×",
        "附：参考答案及评分标准\n一、\n1—2：A B\n二、\n1～2：对，错", "答案：\n1.A 2.B\n1.对 2.错",
        "参考答案\n一、单选题\n题号 1 2\n答案 A B\n二、判断题\n1A正确",
    ])
    func assignsKeysAtTheEnd(key: String) throws {
        let contents = try bank(paper + key)
        #expect(contents.answers.prefix(2) == [.options([0]), .options([1])])
        if key.hasSuffix("1A正确") {
            #expect(contents.issues == ["MISSING_ANSWER 5", "MISSING_ANSWER 6", "UNREAD_LINE 12"])
        } else {
            #expect(contents.answers.dropFirst(2) == [.judgement(true), .judgement(false)])
            #expect(contents.issues == [])
        }
    }

    @Test func takesRationalesFromTheKey() throws {
        let contents = try bank(paper + "答案与解析\n一、单选题\n1.【答案】A【解析】第一条。\n第一款。\n2. B\n解析：第二条。\n二、判断题\n1.√ 2.×")
        #expect(contents.issues == [])
        #expect(contents.drafts.map(\.rationale) == ["第一条。\n第一款。", "第二条。", "", ""])
    }

    @Test func readsAKeyAfterEachSection() throws {
        let contents = try bank(
            """
            一、单选题
            1. 甲（） A. 一 B. 二
            2. 乙（） A. 一 B. 二
            答案：1-2 BA
            二、判断题
            1. 丙。（ ）
            2. 丁。（ ）
            参考答案：
            1.× 2.√
            三、多选题
            1. 戊（） A. 一 B. 二
            答案：AB
            """)
        #expect(
            contents.answers == [.options([1]), .options([0]), .judgement(false), .judgement(true), .options([0, 1])])
        #expect(contents.issues == [])
    }

    @Test func saysWhatTheKeyLeavesOpen() throws {
        let contents = try bank(paper + "参考答案\n一、单选题\n1-2 ABC\n3.A\n1.B 1.A\n二、判断题\n1.√")
        #expect(
            contents.issues == [
                "CONFLICTING_ANSWERS 2", "MISSING_ANSWER 3", "MISSING_ANSWER 6", "UNREAD_LINE 9", "KEY_WITHOUT_ITEM 10",
            ])
    }

    @Test func refusesAnItemWhoseAnswersDiffer() throws {
        let contents = try bank("一、单选题\n1. 甲（A） A. 一 B. 二\n2. 乙（B） A. 一 B. 二\n参考答案\n1-2 AA")
        #expect(contents.answers == [.options([0])])
        #expect(contents.issues == ["CONFLICTING_ANSWERS 3"])
    }
}

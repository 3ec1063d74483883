import AnswerKey
import BankFile
import ExamModel
import Foundation
import TableFile
import Testing
import AtomicFile

struct ExamTextTests {
    @Test func readsMixedNumberingAndFullWidthLetters() throws {
        let contents = try bank(
            """
            单选题
            1. 甲（）
            Ａ．一 Ｂ．二
            答案：Ａ
            ２、乙（）
            （A）一
            （B）二
            【答案】B
            3．丙（）
            A: 一
            B: 二
            正确答案：a
            第4题 丁（）
            A)一  B)二  C)三
            参考答案是：C
            （5）戊（）
            A、一
            B、二
            答案 : B。
            """)
        #expect(contents.issues == [])
        #expect(contents.answers == [.options([0]), .options([1]), .options([0]), .options([2]), .options([1])])
        #expect(contents.drafts.map(\.options.count) == [2, 2, 2, 3, 2])
        #expect(contents.drafts.map(\.stem) == ["甲（）", "乙（）", "丙（）", "丁（）", "戊（）"])
    }

    @Test func dividesOptionsThatAreGluedTogether() throws {
        let contents = try bank(
            """
            一、单选题
            1.最长为（）。
            A.一个月B.二个月C.三个月D.六个月
            答案：D
            2.比例为（）。A.10%B.20% C.30%D.40%
            答案：C
            3.下列正确的是（）。
            A.见本法B.款 B.以上C、D都不对
            C.按A、B、C三类办理
            D.维生素B.缺乏
            答案：C
            4.比例为（）。
            A.150% B.200%
            C.300% D.400%
            答案：B
            """)
        #expect(contents.issues == [])
        #expect(
            contents.drafts.map(\.options) == [
                ["一个月", "二个月", "三个月", "六个月"], ["10%", "20%", "30%", "40%"],
                ["见本法B.款", "以上C、D都不对", "按A、B、C三类办理", "维生素B.缺乏"], ["150%", "200%", "300%", "400%"],
            ])
        #expect(contents.drafts.dropFirst(1).first?.stem == "比例为（）。")
    }

    @Test func takesAnswersOutOfTheStem() throws {
        let contents = try bank(
            """
            一、单选题
            1. 用人单位自（ A ）起建立劳动关系。
            A. 用工之日 B. 签订之日
            2. 含维生素（B）的食物是（）。
            A. 甲 B. 乙
            答案：A
            二、多选题
            1. 劳动合同分为（A、B,C）。
            A. 固定期限
            B. 无固定期限
            C. 以任务为期限
            D. 试用期
            三、判断题
            1. 职工不缴纳工伤保险费。（√）
            2. 仲裁收费（ 错 ）。
            3. （×）仲裁收取诉讼费。
            """)
        #expect(contents.issues == [])
        #expect(
            contents.drafts.map(\.stem) == [
                "用人单位自（）起建立劳动关系。", "含维生素（B）的食物是（）。", "劳动合同分为（）。", "职工不缴纳工伤保险费。（）", "仲裁收费（）。",
                "（）仲裁收取诉讼费。",
            ])
        #expect(
            contents.answers == [
                .options([0]), .options([0]), .options([0, 1, 2]), .judgement(true), .judgement(false),
                .judgement(false),
            ])
    }

    @Test func readsEverySpellingOfRightAndWrong() throws {
        let right = ["√", "✓", "✔", "对", "正确", "是", "T", "true", "Ｔ", "正确。", "Y"]
        let wrong = ["×", "✗", "✘", "x", "错", "错误", "否", "F", "FALSE", "不正确", "ｘ"]
        let lines = (right + wrong).enumerated().map { "\($0.offset + 1). 说法\($0.offset)。\n答案：\($0.element)" }
        let contents = try bank("判断题\n" + lines.joined(separator: "\n"))
        #expect(contents.issues == [])
        #expect(contents.answers == right.map { _ in .judgement(true) } + wrong.map { _ in .judgement(false) })
    }

    @Test func readsJudgementsWithLetters() throws {
        let contents = try bank(
            """
            一、判断题（正确的选A，错误的选B）
            1. 甲。
            答案：B
            二、判断题
            1. 乙。
            A、错误
            B、正确
            答案：A
            2. 丙。
            答案：A
            """)
        #expect(contents.answers == [.judgement(false), .judgement(false)])
        #expect(contents.issues == ["BAD_JUDGE_ANSWER 9"])
    }

    @Test func infersTypesFromTagsAndAnswers() throws {
        let contents = try bank(
            """
            选择题
            1.（单选）甲（） A.一 B.二
            答案：A
            2.[多选题]乙（） A.一 B.二
            答案：AB
            3. 丙（） A.一 B.二 C.三
            答案：A,C
            4. 丁。（判断题）
            答案：对
            5. 戊（2分） A.一 B.二
            答案：二
            6. 己____。
            答案：三十日
            """)
        #expect(contents.issues == [])
        #expect(
            contents.drafts.map(\.type) == [
                .singleChoice, .multipleChoice, .multipleChoice, .trueFalse, .singleChoice, .fillIn,
            ])
        #expect(contents.drafts.map(\.stem) == ["甲（）", "乙（）", "丙（）", "丁。", "戊", "己____。"])
        #expect(contents.answers[4] == .options([1]))
    }

    @Test func keepsListsInsideStemsAndRationales() throws {
        let contents = try bank(
            """
            一、单选题（共2题）
            1. 关于试用期：
            1. 可以约定一次
            2. 包含在合同期限内
            正确的有（）。
            A. 全部
            B. 没有
            答案：A
            解析：理由如下：
            1. 只能约定一次。

            2. 第十九条规定：
            （1）期限三个月；
            A. 这不是选项
            2. 经济补偿按（）支付。
            A. 工作
            年限
            B. 年龄
            答案：A
            难度：较难
            知识点：劳动关系/劳动合同
            命题单位：劳动关系司
            """)
        #expect(contents.issues == [])
        #expect(contents.drafts.map(\.stem) == ["关于试用期：\n1. 可以约定一次\n2. 包含在合同期限内\n正确的有（）。", "经济补偿按（）支付。"])
        #expect(contents.drafts.dropFirst(0).first?.rationale == "理由如下：\n1. 只能约定一次。\n2. 第十九条规定：\n（1）期限三个月；\nA. 这不是选项")
        #expect(contents.drafts.dropFirst(1).first?.options == ["工作年限", "年龄"])
        #expect(contents.drafts.dropFirst(1).first?.difficulty == .fairlyHard)
        #expect(contents.drafts.dropFirst(1).first?.topic.path == ["劳动关系", "劳动合同"])
    }

    @Test func readsFurnitureInstructionsAndOneLineLabels() throws {
        let contents = try bank(
            """
            2020年测试卷
            注意事项：
            1. 请先填写姓名。
            2. 用黑色笔作答。
            一、单选题
            第 1 页 共 2 页
            1. 甲（）
            A. 一
            — 2 —
            B. 二 【答案】B【解析】见第一条。【难度】易
            ----------
            2. 乙（） A. 一 B. 二（答案：A）
            """)
        #expect(contents.issues == [])
        #expect(contents.answers == [.options([1]), .options([0])])
        #expect(contents.drafts.dropFirst(0).first?.options == ["一", "二"])
        #expect(contents.drafts.dropFirst(0).first?.rationale == "见第一条。")
        #expect(contents.drafts.dropFirst(0).first?.difficulty == .easy)
        #expect(contents.drafts.dropFirst(1).first?.options == ["一", "二"])
    }

    /// Options and stems may end in the words of a key's heading.
    @Test func knowsKeyHeadingsFromOptions() throws {
        let contents = try bank("一、多选题\n1、属于舞弊的有（）\nA、协助他人抄袭试题答案\nB、偷看参考答案\n答案：AB\n2、乙（）\nA、一\nB、二\n答案：AB")
        #expect(contents.issues == [])
        #expect(contents.drafts.map(\.options) == [["协助他人抄袭试题答案", "偷看参考答案"], ["一", "二"]])
    }

    @Test func readsItemsWithoutNumbers() throws {
        let contents = try bank("甲（）\nA. 一\nB. 二\n答案：A\n\n乙（）\nA. 一\nB. 二\n答案：AB\n")
        #expect(contents.issues == [])
        #expect(contents.drafts.map(\.type) == [.singleChoice, .multipleChoice])
    }

    @Test func readsFillInAndShortAnswer() throws {
        let contents = try bank(
            """
            一、填空题
            1. 试用期最长____，滞纳金按（　　）加收。
            答案：六个月；万分之五
            2. 时效为____。
            答案：一年
            3. 由____和____组成。
            答案：一、二、三
            二、简答题
            1. 什么是工伤？
            答：因工作原因
            受到的伤害。
            三、连线题
            1. 张某与工伤
            答案：认定工伤
            """)
        #expect(contents.issues == ["BLANK_COUNT_MISMATCH 6", "UNKNOWN_TYPE 13"])
        #expect(contents.answers == [.blanks(["六个月", "万分之五"]), .blanks(["一年"]), .text("因工作原因\n受到的伤害。")])
    }

    @Test func warnsAboutNumbersAndCounts() throws {
        let contents = try bank(
            """
            一、单选题（共4题，每题1分，共4分）
            1. 甲（） A. 一 B. 二
            答案：AA
            3. 乙（） A. 一 B. 二
            答案：A
            难度：极难
            3. 丙（） A. 一 B. 二
            答案：B
            此行不属于任何试题
            """)
        #expect(
            contents.issues == [
                "COUNT_MISMATCH 1", "REPEATED_ANSWER_LETTER 2", "NUMBER_GAP 4", "UNKNOWN_DIFFICULTY 4",
                "DUPLICATE_NUMBER 7",
                "UNREAD_LINE 9",
            ])
        #expect(contents.items.count == 3)
    }

    @Test func refusesDefectiveItems() throws {
        let contents = try bank(
            """
            一、单选题
            1. 甲（） A. 一 B. 二
            2. 乙（） A. 一 B. 二
            答案：C
            3. 丙（）
            A. 一
            C. 三
            答案：A
            4. （） A. 一 B. 二
            答案：A
            5. 丁（） A. 一 B. 一
            答案：A
            6. 戊（A） A. 一 B. 二
            答案：B
            7. 己（A）和（B） A. 一 B. 二
            8. 庚（）
            A. 一
            答案：A
            9. 辛（） A. 一 B. 二
            答案：A
            10. 辛( )
            B. 二
            A. 一
            答案：A
            11.  辛（　） A. 一 B. 二
            答案：Ａ
            12. 辛（） A. 二 B. 一
            答案：A
            """)
        #expect(contents.answers == [.options([0])])
        #expect(
            contents.issues == [
                "MISSING_ANSWER 2", "ANSWER_NOT_IN_OPTIONS 3", "OPTION_GAP 5", "EMPTY_STEM 9",
                "DUPLICATE_OPTION_TEXT 11",
                "CONFLICTING_ANSWERS 13", "MISSING_ANSWER 15", "TOO_FEW_OPTIONS 16", "TOO_FEW_OPTIONS 21",
                "DUPLICATE_QUESTION 25", "CONFLICTING_DUPLICATE 27",
            ])
    }

    @Test func acceptsEveryLineEndAndEncoding() throws {
        let text = "单选题\r\n1. 甲乙丙丁（）\r\nA. 一\r\nB. 二\r\n答案：B\r\n"
        let expected = try bank(text).items
        #expect(expected.count == 1)
        #expect(try bank(text.replacing("\r\n", with: "\r")).items == expected)
        let gb18030 = try #require(text.data(using: String.Encoding(rawValue: 0x8000_0632)))
        #expect(try bank(gb18030, name: "bank.txt").encoding == "gb18030")
        #expect(try bank(gb18030, name: "bank.txt").items == expected)
    }

    @Test func refusesOneEndlessLine() throws {
        for (megabytes, name, code) in [
            (10, "bank.txt", FindingCode.lineTooLong), (50, "bank.txt", .fileTooLarge), (50, "bank.csv", .cellTooLong),
        ] {
            #expect("\(megabytes) MiB in \(name)") {
                try bank(Data(repeating: 0x41, count: megabytes << 20), name: name)
            } throws: {
                ($0 as? Refusal)?.has(code) == true
            }
        }
    }

    @Test(arguments: ["", "题库\n没有试题", "\n\n\n"])
    func refusesTextWithoutItems(text: String) {
        #expect { try bank(text) } throws: { ($0 as? Refusal)?.has(.noItems) == true }
    }

    @Test(arguments: ["a.doc", "a.docx", "a.xlsb", "a.pdf", "a.ods", "a.rar", "a"])
    func refusesOtherFormats(name: String) {
        #expect { try bank("x", name: name) } throws: { ($0 as? Refusal)?.has(.unsupportedFormat) == true }
    }

    /// Pages of ten items each, whose numbers stand in the middle of rationales; and the same number as a sentence's end.
    @Test func tellsPageNumbersFromFigures() throws {
        let items = (1...60).map { "\($0).第\($0)条说的是（）。\nA.甲\nB.乙\n答案：A\n解析：见第\($0)条\n" }
        let paged = items.enumerated().map { offset, item in
            offset % 10 == 9 ? item + "\(offset / 10 + 1)\n末句。\n" : item
        }.joined()
        let contents = try bank(paged)
        #expect(contents.drafts.count == 60)
        #expect(contents.drafts[9].rationale == "见第10条\n末句。")
        #expect(contents.findings.isEmpty)
        let figure = try bank(items.joined().replacing("见第30条", with: "月数的总和为\n3\n末句。"))
        #expect(figure.drafts[29].rationale == "月数的总和为\n3\n末句。")
        #expect(figure.findings.map(\.code) == [.loneNumber])
    }
}

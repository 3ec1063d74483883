import AnswerKey
import BankFile
import ExamModel
import Testing

/// Items of shared material.
struct CaseTests {
    @Test func readsMaterialWithItemsOfEveryType() throws {
        let contents = try bank(
            """
            六、案例分析题（共2题）

            1.【材料】张某2019年3月1日入职甲公司，未签订书面劳动合同。
            （1）公司称已口头约定；（2）张某不同意。
            请根据材料回答问题。
            （1）【单选题】甲公司最迟应当在何时与张某订立书面劳动合同（ ）。
            A、2019年3月1日
            B、2019年3月31日
            C、2019年4月30日
            D、2019年5月1日
            正确答案：B
            答案解析：依据《劳动合同法》第十条。
            （2）【多选题】下列说法正确的有（ ）。
            A、一
            B、二
            C、三
            正确答案：AC
            答案解析：第八十二条。
            （3）【判断题】甲公司应当支付二倍工资。
            A、正确
            B、错误
            正确答案：A
            （4）【填空题】二倍工资最多支付____个月。
            正确答案：十一
            （5）【简答题】张某可以通过哪些途径维权？
            正确答案：1.协商；
            2.申请调解；
            （1）向仲裁委申请仲裁。
            答案解析：第七十七条。
            知识点：劳动关系/劳动合同
            难度：较难
            命题单位：某局

            2.【材料】李某在上班途中受伤。
            （1）【判断题】李某应当认定为工伤。
            正确答案：错误
            """)
        #expect(contents.issues == [])
        #expect(contents.drafts.map(\.type) == [.caseSet, .caseSet])
        #expect(contents.drafts.map(\.answer) == [.parts, .parts])
        let first = try #require(contents.drafts.first)
        #expect(first.stem == "张某2019年3月1日入职甲公司，未签订书面劳动合同。\n（1）公司称已口头约定；（2）张某不同意。\n请根据材料回答问题。")
        #expect(first.parts.map(\.type) == [.singleChoice, .multipleChoice, .trueFalse, .fillIn, .shortAnswer])
        #expect(
            first.parts.map(\.answer) == [
                .options([1]), .options([0, 2]), .judgement(true), .blanks(["十一"]),
                .text("1.协商；\n2.申请调解；\n（1）向仲裁委申请仲裁。"),
            ])
        #expect(first.parts.map(\.topic.description) == Array(repeating: "劳动关系/劳动合同", count: 5))
        #expect(first.topic.path == ["劳动关系", "劳动合同"])
        #expect(first.difficulty == .fairlyHard)
    }

    @Test func readsMaterialBetweenItemsTitlesAndListsInMaterial() throws {
        let contents = try bank(
            """
            一、单项选择题
            1. 甲（）
            A.一 B.二
            答案：A
            根据以下材料，回答第2-3题。
            某企业有职工100人，
            2020年停产。
            2. 乙（）
            A.一 B.二
            答案：B
            3. 丙（）
            A.一 B.二
            答案：A
            4. 丁（）
            A.一 B.二
            答案：A
            二、案例分析题
            案例一
            2018年王某入职。公司规定：
            1. 迟到罚款；
            2. 旷工辞退。
            问题：
            1. 公司的规定合法吗？
            答：不合法。
            理由见第二条。
            2. 王某如何维权（ ）？
            A. 投诉 B. 忍
            答案：A
            案例二：赵某退休。
            1. 赵某能领吗（  ）
            A.能
            B.不能
            答案：A
            三、论述题
            1. 谈谈理解。
            答案：略谈如下：
            一是认真；
            二是负责。
            2. 再谈。
            答案：好。
            """)
        #expect(contents.issues == [])
        #expect(
            contents.drafts.map(\.type) == [
                .singleChoice, .caseSet, .singleChoice, .caseSet, .caseSet, .shortAnswer, .shortAnswer,
            ])
        #expect(contents.drafts.map(\.parts.count) == [0, 2, 0, 2, 1, 0, 0])
        #expect(contents.drafts.dropFirst(3).first?.stem == "2018年王某入职。公司规定：\n1. 迟到罚款；\n2. 旷工辞退。\n问题：")
        #expect(contents.drafts.dropFirst(3).first?.parts.first?.answer == .text("不合法。\n理由见第二条。"))
    }

    @Test func takesACaseWithoutItemsForAnItem() throws {
        let contents = try bank(
            """
            三、案例分析题
            1. 张某受伤，问如何处理？
            答案：认定工伤
            2. 王某离职。
            问题1：公司应付多少？
            答案：三个月工资
            问题2：依据什么？
            答案：第四十七条
            """)
        #expect(contents.issues == [])
        #expect(contents.drafts.map(\.type) == [.shortAnswer, .caseSet])
        #expect(contents.drafts.last?.parts.map(\.answer) == [.text("三个月工资"), .text("第四十七条")])
    }

    @Test func refusesACaseWhoseItemHasAnError() throws {
        let contents = try bank(
            """
            一、案例题
            1.【案例】甲受伤。
            （1）【单选题】乙（）
            A、一
            B、二
            正确答案：C
            （2）【判断题】丙。
            正确答案：对
            """)
        #expect(contents.items.isEmpty)
        #expect(contents.issues == ["PART_REFUSED 2", "ANSWER_NOT_IN_OPTIONS 3"])
    }
}

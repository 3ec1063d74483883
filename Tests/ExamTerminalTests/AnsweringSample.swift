import ExamModel
import ExamTerminal
import Foundation
import Sitting

/// A paper of three sections and a candidate before it.
enum AnsweringSample {
    static let candidate = SeatAssignment(
        ticket: "5101240101", name: "张某某", team: "成都市一队", unit: "成都市人社局", seat: "07", lastSix: "01001X",
        form: "A")

    static let exam = Exam(
        id: "sample", title: "四川人社窗口单位业务技能练兵比武 · 全省晋级赛",
        session: Session(
            name: "全省晋级赛上机笔试", start: .init(timeIntervalSince1970: 1_600_000_000), minutes: 90,
            latestStartMinutes: 30, earliestHandInMinutes: 30),
        roomRules: ["不得携带手机进入考场。", "遇到问题举手示意，不得交头接耳。"])

    static let options = [
        "用人单位未依法为劳动者缴纳社会保险费，劳动者解除劳动合同的", "劳动者在试用期间被证明不符合录用条件的",
        "用人单位向劳动者提出解除劳动合同并与劳动者协商一致解除的", "劳动者死亡，或者被人民法院宣告死亡或者宣告失踪的",
    ]

    static let stem = "用人单位与劳动者协商一致，可以解除劳动合同。下列情形中，用人单位应当向劳动者支付经济补偿的有（　　）。"

    static func item(_ number: Int, _ type: ItemType, stem: String = stem) -> Item {
        Item(
            id: ItemID("i\(number)"), type: type, stem: stem,
            options: type == .trueFalse ? Item.Option.judgement : Item.Option.numbered(options),
            topic: Topic(text: "劳动关系"), difficulty: .medium)
    }

    static let content = FormContent(
        id: "A",
        sections: [
            section("单项选择题", .singleChoice, 1...60, .exact),
            section("多项选择题", .multipleChoice, 61...80, .perOption(each: Mark(thousandths: 500))),
            section("判断题", .trueFalse, 81...100, .exact),
        ])

    static func answering(
        _ content: FormContent = content, events: [SittingEvent] = [], remaining: SessionTime = .seconds(4355),
        language: Language = .chinese
    ) throws -> Answering {
        let rules = SittingRules(exam.session)
        var sitting = SittingState(rules: rules, form: SittingForm(content.items))
        try sitting.apply(.started, at: .zero)
        for event in events { try sitting.apply(event, at: .seconds(1)) }
        return Answering(
            candidate: candidate, content: content, sitting: sitting, remaining: remaining, language: language)
    }

    static func state(_ answering: Answering, rows: Int = 24, columns: Int = 80) -> TerminalState {
        TerminalState(
            exam: exam, language: answering.language, size: ScreenSize(rows: rows, columns: columns),
            stage: .answering(answering))
    }

    private static func section(
        _ title: String, _ type: ItemType, _ numbers: ClosedRange<Int>, _ scoring: ScoringRule
    ) -> FormContentSection {
        FormContentSection(
            title: title, type: type, marks: type == .multipleChoice ? Mark(thousandths: 1500) : Mark(1),
            instructions: scoring.instructions, items: numbers.map { item($0, type) })
    }
}

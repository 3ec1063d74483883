import AnswerKey
import ExamModel
import ExamTestSupport
import Foundation
import ItemBank

/// A bank with items of a few types, in a folder that goes away.
struct Sample {
    let folder: TemporaryFolder
    let bank: ItemBank

    static let place = Place(file: "bank.txt", line: 3)

    init(_ drafts: [DraftItem] = [Sample.leave, Sample.injury, Sample.card], as state: ItemState = .draft) throws {
        folder = try TemporaryFolder()
        bank = try ItemBank(at: folder["bank.sqlite"])
        _ = try bank.store(drafts.map { ($0, Self.place) }, ImportOrder(.by("张某"), as: state, source: "大纲题库"))
    }

    static let leave = DraftItem(
        type: .singleChoice, stem: "职工累计工作已满1年不满10年的，年休假为（）天。", options: ["5", "10", "15", "20"],
        answer: .options([0]), rationale: "《职工带薪年休假条例》第三条。", topic: Topic(text: "劳动关系/休息休假"), difficulty: .easy)

    static let injury = DraftItem(
        type: .multipleChoice, stem: "下列情形应当认定为工伤的有（）。", options: ["上班途中受非本人主要责任交通事故伤害", "醉酒", "因工外出期间受伤", "自残"],
        answer: .options([0, 2]), rationale: "《工伤保险条例》第十四条、第十六条。", topic: Topic(text: "社会保险/工伤保险"), difficulty: .hard)

    static let card = DraftItem(
        type: .trueFalse, stem: "社会保障卡可以凭ＡＰＰ申领。", options: [], answer: .judgement(true),
        topic: Topic(text: "综合服务规范"))

    func entry(_ draft: DraftItem) throws -> BankEntry {
        guard let entry = try bank.entries().first(where: { $0.keyed.item.stem == draft.stem }) else {
            throw Refusal("NOT_IN_BANK", "", "")
        }
        return entry
    }
}

extension DraftItem {
    /// The same with some of it changed.
    func with(
        stem: String? = nil, options: [String]? = nil, answer: Answer? = nil, rationale: String? = nil
    ) -> DraftItem {
        DraftItem(
            type: type, stem: stem ?? self.stem, options: options ?? self.options, answer: answer ?? self.answer,
            rationale: rationale ?? self.rationale, topic: topic, difficulty: difficulty, parts: parts)
    }
}

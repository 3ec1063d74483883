import AnswerKey
import ExamModel

/// Items of every type, drawn at random, no two the same.
enum RandomBank {
    static let plain = ["劳动者", "用人单位", "应当在30日内", "（2020年）", "，", "工伤保险", "不超过3%", "A公司", "“二倍工资”", "。", "《条例》第5条"]
    static let hostile =
        plain + [
            "\n", "答案：A", "A、", "1.", "{", "}", "~", "=", "#", "\\", ":", "<b>", "&amp;", "]]>", "\"", "'", "%100%",
            "->", "//",
            "_x0041_", "|", "（  ）", "🀄", "=1+1", "［单选］", "$CATEGORY: x", "::", "√",
        ]

    static func items(
        _ count: Int, fragments: [String] = plain, using generator: inout SeededGenerator
    ) -> [DraftItem] {
        (1...count).map { number in item(number, fragments, &generator) }
    }

    private static func item(_ number: Int, _ fragments: [String], _ generator: inout SeededGenerator) -> DraftItem {
        let topics = ["", "社会保险/工伤保险", "劳动关系"]
        let topic = Topic(text: topics[generator.below(topics.count)])
        let difficulty = Difficulty(rawValue: 1 + generator.below(5)) ?? .medium
        let type = ItemType.allCases[generator.below(ItemType.allCases.count)]
        guard type == .caseSet else { return single(type, "第\(number)问", fragments, topic, difficulty, &generator) }
        let parts = (1...(1 + generator.below(3))).map { part in
            let type = ItemType.allCases[generator.below(5)]
            return single(type, "问\(number)之\(part)", fragments, topic, difficulty, &generator)
        }
        return DraftItem(
            type: .caseSet, stem: "材\(number)" + text(fragments, &generator), options: [], answer: .parts, topic: topic,
            difficulty: difficulty, parts: parts)
    }

    private static func single(
        _ type: ItemType, _ head: String, _ fragments: [String], _ topic: Topic, _ difficulty: Difficulty,
        _ generator: inout SeededGenerator
    ) -> DraftItem {
        let blanks = 1 + generator.below(3)
        // An empty bracket in the stem of a fill-in item is a blank.
        let fragments = type == .fillIn ? fragments.filter { $0 != "（  ）" } : fragments
        let stem =
            switch type {
            case .fillIn: head + (0..<blanks).map { text(fragments, &generator) + "空\($0)____" }.joined() + "。"
            case .trueFalse: head + text(fragments, &generator) + "。"
            default: head + text(fragments, &generator) + "（　）。"
            }
        let options = (0..<(2 + generator.below(5))).map { "项\($0 + 1)" + text(fragments, &generator) }
        let answer: DraftItem.Answer =
            switch type {
            case .singleChoice: .options([generator.below(options.count)])
            case .multipleChoice: .options(Array(0..<(2 + generator.below(options.count - 1))))
            case .trueFalse: .judgement(generator.below(2) == 0)
            case .fillIn: .blanks((0..<blanks).map { "答\($0)" + (generator.below(3) == 0 ? "|或\($0)" : "") })
            case .shortAnswer, .caseSet: .text("要点" + text(fragments, &generator))
            }
        let rationale = generator.below(3) == 0 ? "" : "依据" + text(fragments, &generator)
        return DraftItem(
            type: type, stem: stem, options: type == .singleChoice || type == .multipleChoice ? options : [],
            answer: answer, rationale: rationale, topic: topic, difficulty: difficulty)
    }

    /// Ends in a word, since blanks at the end of a text or line are nobody's.
    private static func text(_ fragments: [String], _ generator: inout SeededGenerator) -> String {
        (0..<generator.below(5)).map { _ in fragments[generator.below(fragments.count)] + "甲" }.joined()
    }
}

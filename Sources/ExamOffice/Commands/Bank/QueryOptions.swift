import ArgumentParser
import ExamModel
import ItemBank

/// Which items of the bank are meant. Every condition must hold; an option given twice takes either.
struct QueryOptions: ParsableArguments {
    @Argument(help: "题中的字词，须都出现 (words that the item holds)") var words: [String] = []
    @Option(help: "题型，如 single-choice 或 单选题 (type)") var type: [String] = []
    @Option(help: "状态：draft 草稿、reviewed 已审、approved 定稿、retired 停用 (status)") var status: [String] = []
    @Option(help: "难度：1 至 5，或 易、较易、中等、较难、难 (difficulty)") var difficulty: [String] = []
    @Option(help: "知识点或其上级，如 社会保险/工伤保险 (topic, with what is below it)") var topic: String?
    @Option(help: "来源中的字词 (a part of the source)") var source: String?

    func validate() throws {
        if let word = type.first(where: { ItemType(word: $0) == nil }) {
            throw ValidationError(
                "没有题型“\(word)” (no such type); \(ItemType.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        if let word = status.first(where: { ItemState(word: $0) == nil }) {
            throw ValidationError(
                "没有状态“\(word)” (no such status); \(ItemState.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        if let word = difficulty.first(where: { Difficulty(word: $0) == nil }) {
            throw ValidationError("没有难度“\(word)”，请写 1 至 5 (difficulty is 1 to 5)")
        }
    }

    func query(limit: Int? = nil) -> BankQuery {
        BankQuery(
            words: words, types: type.compactMap(ItemType.init(word:)),
            states: status.compactMap(ItemState.init(word:)),
            difficulties: difficulty.compactMap(Difficulty.init(word:)), topic: topic.map(Topic.init(text:)),
            source: source, limit: limit)
    }
}

extension ItemType {
    /// Reads the type's own word or its Chinese name, with or without 题.
    fileprivate init?(word: String) {
        let found = Self.allCases.first { type in
            type.rawValue == word || type.name.chinese == word || type.name.chinese == word + "题"
        }
        guard let found else { return nil }
        self = found
    }
}

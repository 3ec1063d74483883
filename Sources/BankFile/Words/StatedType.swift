import ExamModel

/// What a file says about the type of an item.
enum StatedType: Hashable, Sendable {
    case known(ItemType)
    /// 不定项选择: one right option or more.
    case anyNumber
    /// A word for a type that is not read, such as 连线题.
    case unknown(String)
    /// Nothing, or just 选择题: the options and the answer decide.
    case unstated
}

extension StatedType {
    /// Longer words first: the first that a text begins with counts.
    private static let words: [(String, StatedType)] = [
        ("单项选择", .known(.singleChoice)), ("单选", .known(.singleChoice)), ("单项", .known(.singleChoice)),
        ("多项选择", .known(.multipleChoice)), ("多选", .known(.multipleChoice)), ("多项", .known(.multipleChoice)),
        ("不定项选择", .anyNumber), ("不定项", .anyNumber), ("判断改错", .unknown("判断改错")), ("判断正误", .known(.trueFalse)),
        ("判断对错", .known(.trueFalse)), ("正误判断", .known(.trueFalse)), ("判断", .known(.trueFalse)),
        ("是非", .known(.trueFalse)), ("对错", .known(.trueFalse)), ("填空", .known(.fillIn)), ("简答", .known(.shortAnswer)),
        ("问答", .known(.shortAnswer)), ("论述", .known(.shortAnswer)), ("名词解释", .known(.shortAnswer)),
        ("案例分析", .known(.caseSet)), ("案例选择", .known(.caseSet)), ("案例", .known(.caseSet)),
        ("材料分析", .known(.caseSet)), ("资料分析", .known(.caseSet)), ("综合分析", .known(.caseSet)),
        ("材料", .known(.caseSet)), ("情景分析", .known(.caseSet)), ("共用题干", .known(.caseSet)),
        ("共享题干", .known(.caseSet)), ("分析", .known(.shortAnswer)), ("计算", .unknown("计算")),
        ("连线", .unknown("连线")), ("排序", .unknown("排序")), ("匹配", .unknown("匹配")), ("选择", .unstated),
    ]
    private static let beginnings = Set(words.compactMap(\.0.unicodeScalars.first))
    private static let identifiers: [String: StatedType] = [
        "single-choice": .known(.singleChoice), "single": .known(.singleChoice),
        "radio": .known(.singleChoice), "singlechoice": .known(.singleChoice), "choice": .unstated,
        "multiplechoice": .known(.multipleChoice), "multi": .known(.multipleChoice),
        "checkbox": .known(.multipleChoice),
        "truefalse": .known(.trueFalse), "judgement": .known(.trueFalse), "judgment": .known(.trueFalse),
        "boolean": .known(.trueFalse), "blank": .known(.fillIn), "fill": .known(.fillIn), "fillin": .known(.fillIn),
        "gapfilling": .known(.fillIn), "completion": .known(.fillIn), "short": .known(.shortAnswer),
        "shortanswer": .known(.shortAnswer), "essay": .known(.shortAnswer), "subjective": .known(.shortAnswer),
        "material": .known(.caseSet),
        "multiple-choice": .known(.multipleChoice),
        "multiple": .known(.multipleChoice), "true-false": .known(.trueFalse), "judge": .known(.trueFalse),
        "fill-in": .known(.fillIn), "short-answer": .known(.shortAnswer), "case": .known(.caseSet),
    ]

    /// The type word that `text` begins with, with 题 after it if there, and how many characters it takes.
    static func prefix(of text: some StringProtocol) -> (type: StatedType, length: Int)? {
        guard let first = text.unicodeScalars.first, beginnings.contains(first) else { return nil }
        for (word, type) in words where text.hasPrefix(word) {
            let rest = text.dropFirst(word.count)
            let tail = ["试题", "题目", "题"].first { rest.hasPrefix($0) } ?? ""
            return (type, word.count + tail.count)
        }
        return nil
    }

    /// The type word that a heading holds before its brackets and explanations.
    static func inside(_ text: some StringProtocol) -> StatedType? {
        var rest = text.prefix { !"(:。[".contains($0) }[...]
        while !rest.isEmpty {
            if let (type, length) = prefix(of: rest), length == rest.count || rest.prefix(length).hasSuffix("题") {
                return type
            }
            rest = rest.dropFirst()
        }
        return nil
    }

    /// As ``init(word:)``, and the numbers by which systems call types: 1 单选, 2 多选, 3 判断, 4 填空, 5 简答, 6 案例.
    static func number(_ word: String) -> StatedType {
        let types: [ItemType] = [.singleChoice, .multipleChoice, .trueFalse, .fillIn, .shortAnswer, .caseSet]
        let folded = Folded.text(word)
        if folded.utf8.first.map({ $0 < 0x3A }) ?? false, let number = Int(folded.replacing(/\.0+$/, with: "")) {
            return types.indices.contains(number - 1) ? .known(types[number - 1]) : .unknown(word.trimmed)
        }
        return StatedType(word: word)
    }

    /// The only type that the name of a sheet speaks of: 单选, 判断题（50）, 2020多选; `nil` when there is none.
    init?(sheetName: String) {
        var rest = Folded.text(sheetName)[...]
        var found: Set<StatedType> = []
        while !rest.isEmpty {
            if let (type, length) = Self.prefix(of: rest) {
                if type != .unstated { found.insert(type) }
                rest = rest.dropFirst(length)
            } else {
                rest = rest.dropFirst()
            }
        }
        guard found.count == 1, let type = found.first else { return nil }
        self = type
    }

    /// The content of a type column or tag; blank is `unstated`, anything else that is no known word `unknown`.
    init(word: String) {
        let folded = Folded.text(word)
        if folded.isEmpty {
            self = .unstated
        } else if let type = Self.identifiers[folded.lowercased()] {
            self = type
        } else if let (type, length) = Self.prefix(of: folded), length == folded.count {
            self = type
        } else {
            self = .unknown(word.trimmed)
        }
    }
}

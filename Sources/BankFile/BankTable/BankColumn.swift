import Foundation

/// What a column of a bank table means, by the words in its header.
enum BankColumn: Hashable, Sendable {
    case stem
    /// 0 for A.
    case option(Int)
    /// All options in one cell.
    case options
    case answer, rationale, type, difficulty, topic
    /// The answer of a blank, 0 for the first: 答案1, 答案2 where there is no column for the whole answer.
    case blank(Int)
    /// The number of an item inside a case; its row stands below the case's.
    case part
    /// The material of a case, the same in the rows of all its items.
    case material
    /// Named by a headings map to be left out.
    case ignored

    init?(header: String) {
        let word = Self.bare(header)
        if let column = Self.words[word] {
            self = column
        } else if let index = Self.optionIndex(word) {
            self = .option(index)
        } else {
            return nil
        }
    }

    private static let words: [String: BankColumn] = {
        let groups: [(BankColumn, [String])] = [
            (
                .stem,
                [
                    "题干", "题目", "试题", "试题内容", "题目内容", "题干内容", "试题题干", "题目题干", "试题题目", "题目描述", "试题描述", "题目名称", "问题",
                    "题目正文", "stem",
                    "question", "questiontext", "questioncontent", "questionstem",
                ]
            ),
            (.part, ["小题", "小题号", "小题序号", "子题", "子题号", "案例小题"]),
            (
                .material,
                [
                    "材料", "案例", "案例材料", "背景材料", "共用题干", "公共题干", "共享题干", "题干材料", "材料内容", "案例内容", "案例背景", "案例题干", "材料题干",
                    "阅读材料",
                ]
            ),
            (.options, ["选项", "备选项", "选项内容", "备选答案", "候选答案", "候选项", "可选项", "所有选项", "试题选项", "options"]),
            (
                .answer,
                [
                    "答案", "正确答案", "正确选项", "参考答案", "标准答案", "试题答案", "题目答案", "正确答案选项", "answer", "key", "correctanswer",
                    "correctanswers", "rightanswer", "correctoption",
                ]
            ),
            (
                .rationale,
                [
                    "解析", "答案解析", "试题解析", "题目解析", "依据", "政策依据", "法律依据", "法规依据", "答案依据", "出题依据", "命题依据", "答案详解", "详解",
                    "解析说明",
                    "答题解析", "rationale", "explanation", "answerexplanation",
                ]
            ),
            (.type, ["题型", "类型", "试题类型", "题目类型", "试题题型", "题目题型", "题类", "type", "questiontype"]),
            (.difficulty, ["难度", "难易度", "难易程度", "难度等级", "难度级别", "试题难度", "题目难度", "difficulty"]),
            (
                .topic,
                [
                    "知识点", "知识领域", "章节", "所属章节", "分类", "试题分类", "题目分类", "考点", "科目", "知识模块", "业务领域", "所属知识点", "topic",
                    "一级分类", "二级分类", "三级分类", "一级知识点", "二级知识点", "三级知识点", "题目章节", "试题章节",
                ]
            ),
        ]
        return Dictionary(uniqueKeysWithValues: groups.flatMap { column, words in words.map { ($0, column) } })
    }()

    /// Half width, lower case, without stars, colons and blanks, and without brackets and what stands in them unless that
    /// is all there is.
    static func bare(_ header: String) -> String {
        let word = Folded.text(header).lowercased().filter { !"*:※".contains($0) }
        let outside = word.replacing(/[(\[【][^)\]】]*[)\]】]/, with: "")
        return outside.isEmpty ? word.filter { !"()[]【】".contains($0) } : outside
    }

    /// 选项A, A选项, A, 选项一, 选项1, 答案A, 备选项A, optionA.
    private static func optionIndex(_ word: String) -> Int? {
        var name = word[...]
        for part in ["备选答案", "备选项", "选项", "答案", "option", "项"] {
            if name.hasPrefix(part) {
                name = name.dropFirst(part.count)
            } else if name.hasSuffix(part) {
                name = name.dropLast(part.count)
            } else {
                continue
            }
            break
        }
        guard name.count == 1, let character = name.first else { return nil }
        if let letter = character.asciiValue, (97...122).contains(letter) { return Int(letter) - 97 }
        guard name.count < word.count else { return nil }
        if let number = Int(name), number > 0 { return number - 1 }
        return Array("一二三四五六七八九").firstIndex(of: character)
    }
}

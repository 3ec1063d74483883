/// A word at the beginning of a line that says what the line is: `答案：`, `【解析】`, `难度:`.
struct LineLabel {
    enum Field: Hashable, Sendable {
        case answer, rationale, topic, difficulty, type
        /// 命题单位 and the like: read past.
        case ignored
    }

    let field: Field
    /// Where the content begins.
    let end: Int
    /// The label stands in 【】 or [].
    let isBracketed: Bool

    private static let names: [String: Field] = {
        let groups: [(Field, [String])] = [
            (
                .answer,
                [
                    "答案", "正确答案", "参考答案", "标准答案", "本题答案", "试题答案", "正确选项", "答", "Answer", "ANSWER", "answer", "Ans",
                    "Correct answer", "Correct Answer", "Key", "KEY", "Answer Key",
                ]
            ),
            (
                .rationale,
                [
                    "解析", "答案解析", "试题解析", "题目解析", "本题解析", "参考解析", "答题解析", "详解", "答案详解", "解答", "分析", "试题分析", "依据",
                    "答案依据", "Explanation", "explanation",
                    "法律依据", "政策依据", "法规依据", "出题依据", "命题依据", "参考依据", "出处", "点评", "评析",
                ]
            ),
            (.topic, ["知识点", "知识领域", "考点", "考查知识点", "章节", "所属章节", "分类", "知识模块", "业务领域", "科目"]),
            (.difficulty, ["难度", "难易度", "难易程度", "难度等级", "试题难度"]), (.type, ["题型", "试题类型", "题目类型"]),
            (
                .ignored,
                [
                    "命题单位", "出题单位", "命题司局", "命题人", "出题人", "审核人", "来源", "题目来源", "试题来源", "分值", "编号", "试题编号", "评分标准",
                    "评分要点", "评分细则", "我的答案",
                    "你的答案", "学生答案", "考生答案", "作答", "得分", "本题得分", "使用次数", "入库时间", "试题ID",
                ]
            ),
        ]
        return Dictionary(uniqueKeysWithValues: groups.flatMap { field, names in names.map { ($0, field) } })
    }()
    private static let longest = names.keys.map(\.count).max() ?? 0
    private static let beginnings = Set(names.keys.compactMap(\.unicodeScalars.first))

    /// Reads a label that begins at `start` in half-width characters: in brackets, or followed by a colon, 是 or 为.
    init?(at start: Int, in half: [Unicode.Scalar]) {
        var position = start
        isBracketed = position < half.count && half[position] == "["
        if isBracketed { position += 1 }
        guard position < half.count, Self.beginnings.contains(half[position]) || half[position].isWhitespace else {
            return nil
        }
        var letters: [Unicode.Scalar] = []
        while position < half.count, letters.count <= Self.longest, !":[]是为".contains(half[position]) {
            if !half[position].isWhitespace { letters.append(half[position]) }
            position += 1
        }
        if let blank = Self.bareAnswer(at: start, in: half) {
            (field, end) = (.answer, blank)
            return
        }
        guard let field = Self.names[String(letters)], position < half.count else { return nil }
        if isBracketed {
            guard half[position] == "]" else { return nil }
            position += 1
        } else if half[position] != ":" {
            guard field == .answer, letters.count > 1, half[position] != "[" else { return nil }
            position += 1
            guard position < half.count, half[position] == ":" || half[position].isASCII else { return nil }
        }
        while position < half.count, half[position] == ":" || half[position].isWhitespace { position += 1 }
        self.field = field
        end = position
    }

    /// Where the answer begins in `答案  ABD`, `正确答案 √`, `答案，B`: no colon, and nothing but the answer behind.
    private static func bareAnswer(at start: Int, in half: [Unicode.Scalar]) -> Int? {
        guard half.count - start <= 24, let blank = half[start...].firstIndex(where: { $0.isWhitespace || $0 == "," }),
            names[String(half[start..<blank])] == .answer, blank - start > 1,
            let content = half[blank...].firstIndex(where: { !$0.isWhitespace && $0 != "," })
        else { return nil }
        let text = String(half[content...])
        let isOneWord = !text.contains(where: \.isWhitespace)
        guard isOneWord, ChoiceAnswer.letters(text) != nil || JudgementWord.value(of: text) != nil else { return nil }
        return content
    }
}

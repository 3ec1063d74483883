import AnswerKey
import ExamModel

/// The check of one item. Every error is found, not just the first.
struct ItemCheck {
    let raw: RawItem
    var findings: [Finding] = []
    /// As it will be imported, once an answer in its bracket is taken out.
    private(set) var stem: String
    /// Without empty ones at the end, and without a mark that says which is right.
    private(set) var options: [RawOption]

    private(set) var topics: TopicMemo

    init(_ raw: RawItem, topics: TopicMemo = TopicMemo()) {
        (self.raw, self.topics) = (raw, topics)
        stem = raw.stem.cleaned
        var options = raw.options
        while let last = options.last, last.isBlank { options.removeLast() }
        self.options = raw.isStructured ? options.withoutLetters : options
    }

    var hasErrors: Bool { findings.contains { $0.severity == .error } }

    mutating func refuse(_ code: FindingCode, _ chinese: String, _ english: String) {
        findings.append(Finding(.error, code, at: raw.place, Bilingual(chinese, english)))
    }

    mutating func warn(_ code: FindingCode, _ chinese: String, _ english: String) {
        findings.append(Finding(.warning, code, at: raw.place, Bilingual(chinese, english)))
    }

    /// `nil` when no type or answer could be made out; the draft is good only if there are no errors.
    mutating func draft() -> DraftItem? {
        guard isWhole() else { return nil }
        takeStars()
        if !raw.parts.isEmpty { return caseDraft() }
        takeAnswerFromStem()
        if StemBlanks.isAll(of: stem) {
            refuse(.emptyStem, "题干为空，请补上。", "The stem is empty; fill it in.")
        }
        guard let type = type() else { return nil }
        checkOptions(of: type)
        guard let answer = answer(of: type) else { return nil }
        return DraftItem(
            type: type, stem: stem, options: type.hasOptions ? options.map(\.text.cleaned) : [], answer: answer,
            rationale: raw.rationale.cleaned, topic: topics.topic(raw.topic), difficulty: difficulty())
    }

    private(set) var answers: [String] = []

    /// Letters end at Z.
    private static let optionLimit = 26

    private mutating func isWhole() -> Bool {
        guard options.count <= Self.optionLimit else {
            refuse(
                .tooManyOptions, "有 \(options.count) 个选项，最多 \(Self.optionLimit) 个；多半是分隔有误，请检查。",
                "There are \(options.count) options, more than \(Self.optionLimit); probably something is divided wrongly."
            )
            return false
        }
        switch raw.defect {
        case .truncated:
            refuse(.truncatedRow, "此行列数不足，缺少答案列，请补全。", "The row ends before the answer column; complete it.")
        case .extraCells(let count):
            refuse(
                .extraCells, "此行比表头多出 \(count) 格，多半是文字里的逗号没有加双引号，请检查。",
                "The row has \(count) cells more than the header; probably a comma stands outside quotes.")
        case .formula(let header):
            refuse(
                .formulaCell, "“\(header)”一格是公式，不能作为试题内容，请改为固定文字。",
                "The cell under \"\(header)\" is a formula; replace it by its text.")
        case .unsupported(let kind):
            refuse(
                .unsupportedItem, "题型“\(kind)”无法读取；支持单选、多选、判断、填空、简答、案例，请改写此题或另行处理。",
                "Items of the kind \"\(kind)\" are not read; choice, true-false, fill-in, short answer and cases are.")
        case nil:
            if case .unknown(let word) = raw.type {
                refuse(
                    .unknownType, "题型“\(word)”暂不支持；支持单选、多选、判断、填空、简答、案例，请改写或单独处理。",
                    "Items of the type \"\(word)\" are not read; single and multiple choice, true-false, fill-in, short answer and cases are."
                )
            }
        }
        return findings.isEmpty
    }

    private mutating func takeAnswerFromStem() {
        answers = raw.answers.map(\.cleaned).filter { !$0.isEmpty }
        if let blanks = raw.blanks, !blanks.isEmpty { answers = [blanks.joined(separator: "；")] }
        if raw.isStructured, !answers.isEmpty { return }
        if answers.isEmpty, !raw.isStructured, let (bare, letters) = RightOption.taken(from: options) {
            (options, answers) = (bare, [letters])
        }
        if answers.isEmpty, takeFilledBlanks() { return }
        // `正确的是__B__` before options.
        if !options.isEmpty, answers.isEmpty, let filled = StemBlanks.filled(in: stem), filled.answers.count == 1,
            ChoiceAnswer.letters(filled.answers[0])?.allSatisfy({ $0 < options.count }) == true
        {
            (stem, answers) = (filled.stem, filled.answers)
            return
        }
        guard StemBrackets.mayAnswer(stem) else { return }
        let brackets = StemBrackets(
            stem: stem, optionCount: options.count, isJudged: mayBeJudged,
            judgementLetters: raw.judgementLetters)
        switch brackets.take(stated: answers) {
        case .nothing: break
        case .taken(let emptied, let answer):
            stem = emptied
            if answers.isEmpty { answers = [answer] }
        case .ambiguous:
            refuse(
                .missingAnswer, "题干里有几处像答案的括号，无法判断哪一处是答案，请另写“答案：”一行。",
                "Several brackets in the stem look like the answer; state the answer on a line of its own.")
        case .conflicting(let other):
            refuse(
                .conflictingAnswers, "题干括号里是“\(other)”，与另给的答案不同，请核对。",
                "The bracket in the stem says \"\(other)\", which differs from the stated answer; check both.")
        }
    }

    /// The answers of a fill-in item that were written into its blanks, its brackets, or behind it.
    private mutating func takeFilledBlanks() -> Bool {
        if raw.type == .unstated, options.isEmpty, let (rest, answer) = StemBlanks.trailing(in: stem),
            JudgementWord.value(of: answer) == nil
        {
            (stem, answers) = (rest, [answer])
            return true
        }
        guard raw.type == .known(.fillIn) else { return false }
        if let (rest, answer) = StemBlanks.trailing(in: stem) {
            (stem, answers) = (rest, [answer])
        } else if let filled = StemBlanks.filled(in: stem) {
            (stem, answers) = (filled.stem, [filled.answers.joined(separator: "；")])
        } else if let filled = StemBlanks.filledBrackets(in: stem) {
            (stem, answers) = (filled.stem, [filled.answers.joined(separator: "；")])
        } else {
            return false
        }
        return true
    }

    /// A star before a stem may mean how hard it is, or that it matters, or nothing.
    private mutating func takeStars() {
        let stars = stem.unicodeScalars.prefix { "★☆⭐※▲△\u{FE0F}".contains($0) }
        guard !raw.isStructured, !stars.isEmpty, stars.count < stem.unicodeScalars.count else { return }
        let text = String(stars)
        stem = String(stem.unicodeScalars.dropFirst(stars.count)).trimmed
        warn(
            .stemMark, "题干前的“\(text)”已去掉，没有据此设定难度；如表示难度，请另写“难度：”一行或一列。",
            "The mark \"\(text)\" before the stem was taken off and decides nothing; if it means the difficulty, state that."
        )
    }

    private var mayBeJudged: Bool {
        switch raw.type {
        case .known(.trueFalse): true
        case .unstated: options.isEmpty || JudgementWord.values(of: options.map(\.text)) != nil
        default: false
        }
    }

    mutating func difficulty() -> Difficulty {
        let word = Folded.text(raw.difficulty)
        if word.isEmpty { return .medium }
        let stars = word.allSatisfy { "★⭐☆".contains($0) } ? word.count { $0 != "☆" } : 0
        if let difficulty = Difficulty(word: stars > 0 ? String(stars) : word) { return difficulty }
        warn(
            .unknownDifficulty, "难度“\(word)”不认识，按“中等”导入；可用易、较易、中等、较难、难。",
            "The difficulty \"\(word)\" is unknown and was taken as medium.")
        return .medium
    }
}

extension ItemType {
    fileprivate var hasOptions: Bool { self == .singleChoice || self == .multipleChoice }
}

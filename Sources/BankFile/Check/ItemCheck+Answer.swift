import AnswerKey
import ExamModel

extension ItemCheck {
    /// `nil`, with a finding, when the answers do not name one right answer.
    mutating func answer(of type: ItemType) -> DraftItem.Answer? {
        guard !answers.isEmpty else {
            refuseMissingAnswer()
            return nil
        }
        switch type {
        case .singleChoice, .multipleChoice: return choice(of: type)
        case .trueFalse: return judgement()
        case .fillIn: return blanks()
        case .shortAnswer: return same(answers.map { ($0, Folded.text($0)) }).map { .text($0) }
        case .caseSet: return .parts
        }
    }

    private mutating func choice(of type: ItemType) -> DraftItem.Answer? {
        var read: [(answer: ChoiceAnswer, key: [Int])] = []
        for text in answers {
            guard let answer = ChoiceAnswer(text, options: options) else {
                refuse(
                    .answerNotInOptions, "答案“\(text)”不在选项之内，请核对。",
                    "The answer \"\(text)\" names no option of this item; check it.")
                return nil
            }
            read.append((answer, answer.indices))
        }
        guard let answer = same(read) else { return nil }
        if answer.hasRepeats {
            warn(
                .repeatedAnswerLetter, "答案“\(answers[0])”里有字母重复，已去重，请核对是否笔误。",
                "A letter stands twice in the answer \"\(answers[0])\"; it was counted once, check for a misprint.")
        }
        if type == .singleChoice && answer.indices.count > 1 {
            refuse(
                .singleWithMultipleAnswers, "单选题给出了 \(answer.indices.count) 个答案，请核对题型或答案。",
                "A single-choice item has \(answer.indices.count) answers; check its type or its answer.")
        }
        if type == .multipleChoice && answer.indices.count == 1 && raw.type != .anyNumber {
            refuse(
                .multipleWithOneAnswer, "多选题只有一个答案，请核对题型或答案。",
                "A multiple-choice item has one answer; check its type or its answer.")
        }
        return .options(answer.indices)
    }

    private mutating func judgement() -> DraftItem.Answer? {
        let byOption = JudgementWord.values(of: options.map(\.text))
        var read: [(Bool, Bool)] = []
        for text in answers {
            let letter = ChoiceAnswer.letters(text).flatMap { $0.count == 1 ? $0[0] : nil }
            let named = letter.flatMap { letter in
                byOption.map { $0.indices.contains(letter) ? $0[letter] : nil }
                    ?? raw.judgementLetters[Character(Item.Option.letter(at: letter))]
            }
            let byHeading = text.count == 1 ? text.first.flatMap { raw.judgementLetters[$0] } : nil
            let value = named ?? byHeading ?? JudgementWord.value(of: text) ?? explainedJudgement(text)
            guard let value else {
                refuse(
                    .badJudgeAnswer, "判断题答案“\(text)”无法识别，请写“正确”或“错误”。",
                    "The answer \"\(text)\" of a true-false item is not understood; write 正确 or 错误.")
                return nil
            }
            read.append((value, value))
        }
        return same(read).map { .judgement($0) }
    }

    /// `A（正确）`, `√ (对)`: a word and, in brackets, the same again.
    private func explainedJudgement(_ text: String) -> Bool? {
        guard let match = Folded.text(text).wholeMatch(of: /(.{1,4})[(\[](.{1,6})[)\]]/) else { return nil }
        let outside = JudgementWord.value(of: match.1) ?? match.1.first.flatMap { raw.judgementLetters[$0] }
        guard let inside = JudgementWord.value(of: match.2), outside == nil || outside == inside else { return nil }
        return inside
    }

    private mutating func blanks() -> DraftItem.Answer? {
        let count = StemBlanks.count(in: stem)
        guard let text = same(answers.map { ($0, Folded.text($0)) }) else { return nil }
        let stated = raw.blanks?.map(\.cleaned).filter { !$0.isEmpty }
        let blanks = stated ?? StemBlanks.split(text, into: count)
        guard count == 0 || blanks.count == count else {
            refuse(
                .blankCountMismatch, "题干有 \(count) 个空，答案却有 \(blanks.count) 个，请用分号“；”逐空分开。",
                "The stem has \(count) blanks, the answer \(blanks.count) parts; divide them by semicolons.")
            return nil
        }
        return .blanks(blanks)
    }

    /// The first value, if all are the same by their keys; otherwise a finding.
    private mutating func same<Value, Key: Equatable>(_ values: [(Value, Key)]) -> Value? {
        guard let first = values.first else { return nil }
        guard values.allSatisfy({ $0.1 == first.1 }) else {
            let list = answers.joined(separator: " / ")
            refuse(
                .conflictingAnswers, "同一题给出了不同的答案（\(list)），请核对后保留一个。",
                "The item is given different answers (\(list)); keep the right one.")
            return nil
        }
        return first.0
    }
}

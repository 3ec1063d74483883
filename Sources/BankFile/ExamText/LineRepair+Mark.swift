import ExamModel

/// Marks that typists put beside numbers and letters.
extension LineRepair {
    private static let oddMarks: Set<Unicode.Scalar> = ["]", "-", "—", "–", ",", ">", "|", "/"]
    private static let stars: Set<Unicode.Scalar> = ["★", "☆", "⭐", "※", "▲", "△"]

    /// `**1. 题干**`, `## 单选题`, `- A. 一`, `> 答案：A` without their marks; `nil` for a line that has none.
    static func withoutMarkdown(_ line: ExamLine) -> ExamLine? {
        guard let first = line.text.first, "#*>-+".contains(first) else { return nil }
        let marks = line.half.prefix { $0 == first }.count
        let rest = line.dropping(marks)
        switch first {
        case "#": return marks <= 6 && !rest.isBlank && line.half[marks].isWhitespace ? rest : nil
        case ">":
            guard marks == 1, line.half.count > 1, line.half[1].isWhitespace else { return nil }
            return withoutMarkdown(rest) ?? rest
        case "*" where marks == 2:
            guard let end = rest.half.firstRange(of: ["*", "*"]) else { return nil }
            return ExamLine(number: line.number, text: rest.text[..<end.lowerBound] + rest.text[end.upperBound...])
        default:
            let isOption = OptionMarker(at: 0, in: rest.half) != nil
            return marks == 1 && line.half.count > 1 && line.half[1].isWhitespace && isOption ? rest : nil
        }
    }

    /// `A]一`, `A-一`, `A，一` as `A.一`: when B stands with the same mark in the same line or begins the next, and for the
    /// letters behind it.
    mutating func oddlyMarked(_ index: Int) -> ExamLine? {
        let line = lines[index]
        guard line.half.count > 2, let code = line.half[0].asciiValue, (65...72).contains(code) else { return nil }
        let (letter, mark) = (Int(code) - 65, line.half[1])
        guard Self.oddMarks.contains(mark) else { return nil }
        let starts = Self.starts(of: mark, from: letter, in: line.half)
        if letter == 0 {
            let isNext = next(index).map { $0.half.count > 2 && $0.half[0] == "B" && $0.half[1] == mark } ?? false
            guard starts.count > 1 || isNext else { return nil }
            oddMark = mark
        } else {
            let before = result.last { !$0.isBlank }
            guard oddMark == mark, before.map({ OptionSplitter.begins($0, before: letter) }) ?? false else {
                return nil
            }
        }
        var text = line.text
        for start in starts.reversed() {
            let length = line.half[(start + 1)...].prefix { $0 == mark }.count
            text.replaceSubrange((start + 1)..<(start + 1 + length), with: ["."])
        }
        return ExamLine(number: line.number, text: text)
    }

    /// Where letters stand in turn with `mark` behind them, each at the beginning or after white space.
    private static func starts(of mark: Unicode.Scalar, from first: Int, in half: [Unicode.Scalar]) -> [Int] {
        var starts: [Int] = []
        for position in half.indices.dropLast() {
            guard half[position] == Unicode.Scalar.letter(at: first + starts.count), half[position + 1] == mark,
                position == 0 || half[position - 1].isWhitespace
            else { continue }
            starts.append(position)
        }
        return starts
    }

    /// `（√）1、题干`, `（ B ）2.题干`, `（ ）3.题干` as `1、题干（√）`, when it is that number's turn.
    func numberBehindAnswer(_ index: Int) -> ExamLine? {
        let line = lines[index]
        guard line.half.first == "(", let close = line.half.prefix(12).firstIndex(of: ")") else { return nil }
        let content = String(line.half[1..<close].filter { $0 != "_" && !$0.isWhitespace })
        let rest = line.dropping(close + 1)
        guard let number = ItemNumber(rest.half), !number.isDoubtful, number.style == .plain,
            number.value == last + 1 || number.value == 1
        else { return nil }
        let isAnswer = content.isEmpty || JudgementWord.value(of: content) != nil
        guard isAnswer || ChoiceAnswer.letters(content) != nil && !isOption(content, at: index) else { return nil }
        return ExamLine(number: line.number, text: rest.text + Array("（\(content)）".unicodeScalars))
    }

    /// A is an option unless options follow.
    private func isOption(_ letters: String, at index: Int) -> Bool {
        guard letters == "A" || letters == "a" else { return isNextOption(letters) }
        let isFollowed = next(index).map { OptionMarker(at: 0, in: $0.half)?.index == 0 } ?? false
        return !isFollowed && OptionSplitter.trailing(in: lines[index].text) == nil
    }

    /// Whether a single letter is the one behind the option that the last line holds.
    func isNextOption(_ letters: String) -> Bool {
        guard let letter = ChoiceAnswer.letters(letters)?.first, letters.count == 1 else { return false }
        guard letter > 0 else { return true }
        return result.last { !$0.isBlank }.map { OptionSplitter.begins($0, before: letter) } ?? false
    }

    /// `★1.题干`, `1★题干` as `1.★题干`; what the star means is not known here.
    func numberBesideStar(_ line: ExamLine) -> ExamLine? {
        let before = line.half.prefix { Self.stars.contains($0) }
        if !before.isEmpty {
            let rest = line.dropping(before.count)
            guard let number = ItemNumber(rest.half), !number.isDoubtful else { return nil }
            return ExamLine(number: line.number, "\(number.value).\(String(before))", rest.text[number.end...])
        }
        let digits = line.half.prefix { $0.isASCII && $0.isNumber }
        guard (1...4).contains(digits.count), digits.count < line.half.count,
            Self.stars.contains(line.half[digits.count]),
            let value = Int(String(digits)), value == last + 1 || value == 1
        else { return nil }
        let rest = line.half[digits.count...].firstIndex { !Self.stars.contains($0) }
        let isMarked = rest.map { ".、:)".contains(line.half[$0]) } ?? false
        let stars = String(line.half[digits.count..<(rest ?? line.half.count)])
        return ExamLine(
            number: line.number, "\(value).\(stars)", line.text[((rest ?? line.half.count) + (isMarked ? 1 : 0))...])
    }
}

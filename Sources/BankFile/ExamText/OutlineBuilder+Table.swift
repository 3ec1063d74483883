import ExamModel

extension OutlineBuilder {
    /// 题号 1 2 3 / 答案 A C B above the items of a section: a key, or a grid to fill in, which is read past. False when
    /// the line is neither row of it.
    mutating func readAnswerTable(_ index: Int) -> Bool {
        let half = lines[index].half
        guard half.starts(with: "题号") || half.starts(with: "答案") else { return false }
        if half.starts(with: "答案") {
            return lines[..<index].last { !$0.isBlank }.map { Self.numbers(ofTable: $0) != nil } ?? false
        }
        guard let numbers = Self.numbers(ofTable: lines[index]),
            let answers = lines[(index + 1)...].prefix(3).first(where: { !$0.isBlank }),
            answers.half.starts(with: "答案")
        else { return false }
        let words = Self.cells(of: answers)
        guard words.count == numbers.count else { return words.isEmpty }
        outline.keys.append(
            KeyGroup(
                heading: nil, section: outline.sections.indices.last, part: part,
                entries: zip(numbers, words).map { KeyEntry(number: $0, answer: $1, line: answers.number) }))
        return true
    }

    private static func numbers(ofTable line: ExamLine) -> [Int]? {
        guard line.half.starts(with: "题号") else { return nil }
        let cells = cells(of: line)
        let numbers = cells.compactMap { Int($0) }
        return numbers.count >= 2 && numbers.count == cells.count ? numbers : nil
    }

    /// Behind the first word of a row.
    private static func cells(of line: ExamLine) -> [String] {
        line.half.dropFirst(2).split { $0.isWhitespace || ":|".contains($0) }.map { String($0) }
    }
}

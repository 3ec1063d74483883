import TableFile

/// A table of numbers and answers: 题号 over 答案, 题号 beside 答案, or bare numbers over letters.
enum AnswerGrid {
    private static let numberTitles: Set<String> = ["题号", "序号", "题序", "编号"]
    private static let answerTitles: Set<String> = ["答案", "参考答案", "正确答案", "标准答案"]
    private static let rationaleTitles: Set<String> = ["解析", "答案解析", "依据"]

    /// The grid as lines of a key; empty for a card that nobody filled in, `nil` when the table is no grid.
    static func lines(of sheet: Table.Sheet) -> [ExamLine]? {
        let rows = sheet.rows.map { row in (line: row.line ?? 0, cells: row.cells.map { Folded.text($0.text) }) }
        guard let lines = across(rows) ?? down(rows) else { return nil }
        // Headings inside the grid are those of a key.
        let hasHeadings = lines.contains { SectionHeading($0)?.type != nil }
        return hasHeadings ? [ExamLine(number: lines[0].number, text: "参考答案")] + lines : lines
    }

    private typealias Row = (line: Int, cells: [String])

    /// A row of numbers above a row of answers, as often as it comes.
    private static func across(_ rows: [Row]) -> [ExamLine]? {
        var lines: [ExamLine] = []
        var isGrid = false
        var index = 0
        while index < rows.count {
            let (heading, row) = headed(rows[index])
            if index + 1 < rows.count, let numbers = numbers(row.cells),
                isAnswers(rows[index + 1].cells, under: row.cells)
            {
                let answers = zip(numbers, rows[index + 1].cells).compactMap { number, answer in
                    number.flatMap { answer.isEmpty ? nil : "\($0).\(answer)" }
                }
                lines += heading.map { [$0] } ?? []
                if !answers.isEmpty { lines.append(key(answers, line: row.line)) }
                isGrid = true
                index += 2
            } else {
                let filled = rows[index].cells.filter { !$0.isEmpty }
                guard filled.count <= 1 else { return nil }
                lines += filled.map { ExamLine(number: row.line, text: $0) }
                index += 1
            }
        }
        return isGrid ? lines : nil
    }

    /// 一、单选题 in the first cell of a row of numbers, and the row without it.
    private static func headed(_ row: Row) -> (ExamLine?, Row) {
        guard let first = row.cells.first, row.cells.count > 1, !numberTitles.contains(first) else { return (nil, row) }
        let line = ExamLine(number: row.line, text: first)
        guard SectionHeading(line)?.type != nil else { return (nil, row) }
        return (line, (row.line, [""] + row.cells.dropFirst()))
    }

    /// A number for each column, `nil` for titles and empty cells; `nil` when the row is none of numbers.
    private static func numbers(_ cells: [String]) -> [Int?]? {
        let numbers = cells.map { Int($0.trimmingPunctuation) }
        let others = zip(cells, numbers).filter { !$0.isEmpty && $1 == nil }.map(\.0)
        guard numbers.contains(where: { $0 != nil }), others.allSatisfy(numberTitles.contains) else { return nil }
        return numbers
    }

    /// 答案 under 题号, or nothing but letters and marks under bare numbers.
    private static func isAnswers(_ cells: [String], under numbers: [String]) -> Bool {
        if let first = numbers.first, numberTitles.contains(first) { return answerTitles.contains(cells.first ?? "") }
        let filled = cells.filter { !$0.isEmpty }
        return !filled.isEmpty
            && filled.allSatisfy { ChoiceAnswer.letters($0) != nil || JudgementWord.value(of: $0) != nil }
    }

    /// Columns 题号, 答案 (and 解析), once or several times side by side.
    private static func down(_ rows: [Row]) -> [ExamLine]? {
        guard let header = rows.first, header.cells.count >= 2, header.cells.contains(where: numberTitles.contains),
            header.cells.contains(where: answerTitles.contains),
            header.cells.allSatisfy({
                $0.isEmpty || numberTitles.contains($0) || answerTitles.contains($0) || rationaleTitles.contains($0)
            })
        else { return nil }
        var lines: [ExamLine] = []
        for row in rows.dropFirst() {
            let filled = row.cells.filter { !$0.isEmpty }
            if filled.count == 1, Int(filled[0]) == nil {
                lines.append(ExamLine(number: row.line, text: filled[0]))
                continue
            }
            var number: Int?
            for (title, text) in zip(header.cells, row.cells) where !text.isEmpty {
                if numberTitles.contains(title) { number = Int(text.trimmingPunctuation) }
                if answerTitles.contains(title), let number { lines.append(key(["\(number).\(text)"], line: row.line)) }
                if rationaleTitles.contains(title), number != nil {
                    lines.append(ExamLine(number: row.line, text: "解析：" + text))
                }
            }
        }
        return lines
    }

    private static func key(_ answers: [String], line: Int) -> ExamLine {
        ExamLine(number: line, text: "答案：" + answers.joined(separator: " "))
    }
}

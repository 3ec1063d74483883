import ExamModel

/// Reads lines of a key: `1-5 AABAB  6—10 BDBCC`, `1.ABC；2.ABD`, `1.× 2.√`, `1A 2B`.
struct KeyLineParser {
    private let half: [Unicode.Scalar]
    private let line: Int
    private var position = 0

    private init(_ line: ExamLine) {
        half = line.half
        self.line = line.number
    }

    /// `nil` when the line holds anything else.
    static func entries(of line: ExamLine) -> [KeyEntry]? {
        var parser = KeyLineParser(line)
        var entries: [KeyEntry] = []
        while parser.skipSeparators() {
            guard let found = parser.next() else { return nil }
            entries += found
        }
        return entries.isEmpty ? nil : entries
    }

    /// `false` at the end.
    private mutating func skipSeparators() -> Bool {
        while position < half.count, half[position].isWhitespace || ";,、。.|".contains(half[position]) { position += 1 }
        return position < half.count
    }

    private mutating func next() -> [KeyEntry]? {
        let isBracketed = half[position] == "("
        if isBracketed || half[position] == "第" { position += 1 }
        guard let first = number() else { return nil }
        let isRange = position < half.count && "-—–~至到─".contains(half[position])
        while isRange, position < half.count, "-—–~至到─".contains(half[position]) { position += 1 }
        guard !isRange || skipBlanks() else { return nil }
        // `6-B`: a dash that divides number and answer.
        let isDash = isRange && position < half.count && !(half[position].isASCII && half[position].isNumber)
        guard let last = isRange && !isDash ? number() : first, last >= first, last - first < 1000 else { return nil }
        while position < half.count, half[position].isWhitespace || ".、:)题]".contains(half[position]) { position += 1 }
        let answers = run()
        return isRange && !isDash ? range(first...last, answers) : single(first, answers)
    }

    private mutating func skipBlanks() -> Bool {
        while position < half.count, half[position].isWhitespace { position += 1 }
        return position < half.count
    }

    private mutating func number() -> Int? {
        var value = 0
        let start = position
        while position < half.count, let digit = half[position].asciiValue, (48...57).contains(digit),
            position - start < 5
        {
            value = value * 10 + Int(digit - 48)
            position += 1
        }
        return position > start && value > 0 ? value : nil
    }

    /// Up to the next digit, which begins another entry.
    private mutating func run() -> String {
        let start = position
        while position < half.count, !(half[position].isASCII && half[position].isNumber) {
            if half[position] == "(", position + 1 < half.count, half[position + 1].isNumber { break }
            if half[position] == "第" { break }
            position += 1
        }
        return String(half[start..<position]).trimmed.trimmingPunctuation
    }

    private func single(_ number: Int, _ answer: String) -> [KeyEntry]? {
        guard ChoiceAnswer.letters(answer) != nil || JudgementWord.value(of: answer) != nil else { return nil }
        return [KeyEntry(number: number, answer: answer, line: line)]
    }

    /// As many answers as numbers: divided by separators, or a letter or mark each.
    private func range(_ numbers: ClosedRange<Int>, _ answers: String) -> [KeyEntry]? {
        let groups = answers.split { $0.isWhitespace || ";,、/|".contains($0) }.map(String.init)
        let letters = groups.joined().map { String($0) }
        let chosen = groups.count == numbers.count ? groups : letters
        guard chosen.count == numbers.count else { return nil }
        let entries = zip(numbers, chosen).compactMap { single($0, $1)?.first }
        return entries.count == numbers.count ? entries : nil
    }
}

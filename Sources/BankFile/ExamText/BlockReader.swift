import ExamModel

/// Reads the lines of one item.
struct BlockReader {
    private enum Field {
        case stem, options, answer, rationale, finished
    }

    private let file: String
    private let section: ExamSection
    private let block: ItemBlock
    private var item: RawItem
    private(set) var findings: [Finding] = []
    private var stem: [ExamLine] = []
    private var options: [OptionSplitter.Line] = []
    private var answer: [String] = []
    private var rationale: [String] = []
    private var field = Field.stem
    private var isAfterBlank = false

    init(_ block: ItemBlock, in section: ExamSection, file: String) {
        self.file = file
        self.section = section
        self.block = block
        let isCase = section.type == .known(.caseSet)
        item = RawItem(place: Place(file: file, line: block.start), type: isCase ? .unstated : section.type)
        item.isPart = isCase || block.caseIndex != nil
        item.judgementLetters = section.judgementLetters
    }

    mutating func read() -> RawItem {
        let firstOption = firstOption()
        for (index, line) in block.lines.enumerated() {
            read(line, isInOptions: firstOption.map { index >= $0 } ?? false)
        }
        finishAnswer()
        finishStem()
        if item.options.isEmpty { item.options = OptionSplitter.options(of: options) }
        item.answers += block.answers
        takeListedOptions()
        item.rationale = (rationale + [block.rationale]).filter { !$0.isEmpty }.joined(separator: "\n")
        return item
    }

    /// Where the options begin: the last line that begins with A before any rationale, or the first option at all.
    private func firstOption() -> Int? {
        let end = block.lines.firstIndex { line in
            if case .label(let label) = line.kind { label.field == .rationale } else { false }
        }
        let lines = block.lines[..<(end ?? block.lines.count)]
        let first = lines.lastIndex { line in
            if case .option(let marker) = line.kind { marker.index == 0 } else { false }
        }
        return first ?? lines.firstIndex { $0.kind.isOption }
    }

    private mutating func read(_ line: ItemBlock.Line, isInOptions: Bool) {
        switch line.kind {
        case .blank: isAfterBlank = true
        case .label(let label):
            finishAnswer()
            read(label, line.line.dropping(label.end))
        case .keyHeading:
            takeTypeFromStem()
            field = .answer
        case .option(let marker) where isInOptions && field != .rationale:
            finishAnswer()
            options.append(OptionSplitter.Line(index: marker.index, text: line.line.dropping(marker.end).text))
            field = .options
        case .numbered where field == .options: findings.append(.unreadLine(line.line, in: file))
        default: continueField(with: line.line)
        }
        if case .blank = line.kind { return }
        isAfterBlank = false
    }

    private mutating func read(_ label: LineLabel, _ content: ExamLine) {
        switch label.field {
        case .answer:
            takeTypeFromStem()
            answer = content.isBlank ? [] : [content.string]
            field = .answer
        case .rationale:
            rationale.append(content.string)
            field = .rationale
        case .topic: finish { $0.topic = content.string }
        case .difficulty: finish { $0.difficulty = content.string }
        case .type: finish { $0.type = StatedType(word: content.string) }
        case .ignored: finish { _ in }
        }
    }

    private mutating func finish(_ change: (inout RawItem) -> Void) {
        change(&item)
        field = .finished
    }

    /// A line that begins with no mark of its own belongs to what came before it.
    private mutating func continueField(with line: ExamLine) {
        warnOfLoneNumber(line)
        switch field {
        case .stem: stem.append(line)
        case .options where !isAfterBlank && !options.isEmpty:
            let last = options.removeLast()
            options.append(OptionSplitter.Line(index: last.index, text: Self.joined(last.text, line.text)))
        case .answer where answer.isEmpty || isAnsweredInWords: answer.append(line.string)
        case .rationale: rationale.append(line.string)
        case .options, .answer, .finished: findings.append(.unreadLine(line, in: file))
        }
    }

    /// `12` alone on a line may end the sentence above it, or be a page's number.
    private mutating func warnOfLoneNumber(_ line: ExamLine) {
        guard PageNumbers.value(of: line) != nil else { return }
        switch field {
        case .stem where stem.contains { !$0.isBlank }, .options where !isAfterBlank && !options.isEmpty, .rationale:
            break
        default: return
        }
        findings.append(
            Finding(
                .warning, .loneNumber, at: Place(file: file, line: line.number),
                Bilingual(
                    "此行只有数字“\(line.string)”，当作上一行的下文导入；如是页码，请删去此行再导入。",
                    "This line is the number \(line.string) alone and was read as the end of the line above; if it is a page number, delete it and import again."
                )))
    }

    /// Wrapped text; Latin words keep a blank between them.
    private static func joined(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> [Unicode.Scalar] {
        let isLatin = first.last?.isASCII == true && second.first?.isASCII == true
        return first + (isLatin ? [" "] : []) + second
    }

    private var isAnsweredInWords: Bool {
        switch item.type {
        case .known(.shortAnswer), .known(.fillIn): true
        case .unstated:
            item.isPart && options.isEmpty
                && answer.allSatisfy { ChoiceAnswer.letters($0) == nil && JudgementWord.value(of: $0) == nil }
        default: false
        }
    }

    /// A tag before the stem states the type, on which depends how long the answer is.
    private mutating func takeTypeFromStem() {
        guard let first = stem.first(where: { !$0.isBlank }) else { return }
        var text = first.string
        if let type = StemTag.take(from: &text).type, type != .unstated { item.type = type }
    }

    private mutating func finishAnswer() {
        guard field == .answer, !answer.isEmpty else { return }
        item.answers.append(answer.joined(separator: "\n"))
        answer = []
    }

    /// Options without letters, and an answer that names them by their marks.
    private mutating func takeListedOptions() {
        guard item.options.isEmpty, item.answers.count == 1,
            let listed = ListedOptions(stem: item.stem, answer: item.answers[0])
        else { return }
        (item.stem, item.options, item.answers) = (listed.stem, listed.options, [listed.letters])
    }

    /// The option A at the end of the stem's line, when the next line begins with B.
    private mutating func takeFirstOption(from lines: inout [ExamLine]) {
        guard options.first?.index == 1, let last = lines.last else { return }
        let start = last.half.indices.dropFirst().last { position in
            OptionMarker(at: position, in: last.half)?.index == 0
                && (last.half[position - 1].isWhitespace || "。.?)]".contains(last.half[position - 1]))
        }
        guard let start, let marker = OptionMarker(at: start, in: last.half) else { return }
        options.insert(OptionSplitter.Line(index: 0, text: Array(last.text[marker.end...])), at: 0)
        lines[lines.count - 1] = ExamLine(number: last.number, text: last.text[..<start])
    }

    /// 正确 and 错误 on lines of their own below a statement, as platforms list them without letters.
    private mutating func takeJudgementOptions(from lines: inout [ExamLine]) {
        guard options.isEmpty, item.options.isEmpty, lines.count > 2 else { return }
        let words = lines.suffix(2).map(\.string)
        guard JudgementWord.values(of: words) != nil else { return }
        lines.removeLast(2)
        item.options = words.enumerated().map { RawOption(index: $0.offset, text: $0.element) }
    }

    private mutating func finishStem() {
        var lines = stem.filter { !$0.isBlank }
        takeFirstOption(from: &lines)
        if options.isEmpty, let last = lines.last, let (text, found) = OptionSplitter.trailing(in: last.text) {
            lines[lines.count - 1] = ExamLine(number: last.number, text: text)
            item.options = found
        }
        takeJudgementOptions(from: &lines)
        var text = lines.map(\.string).joined(separator: "\n")
        item.take(StemTag.take(from: &text))
        item.stem = text
    }
}

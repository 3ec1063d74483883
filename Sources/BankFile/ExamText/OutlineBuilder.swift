import ExamModel

/// Divides the lines of an exam text into an outline.
struct OutlineBuilder {
    let file: String
    let lines: [ExamLine]
    let kinds: [LineKind]
    let evidence: LineEvidence
    /// Where a key begins that no title announces.
    private let bareKey: Int?
    var outline = ExamOutline()
    /// Reading a key, not items.
    var isInKey = false
    /// An entry's number whose answer comes on its own line.
    var pendingEntry: KeyEntry?
    /// The numbers of a key that is laid out as a table: 题号 1 2 3 / 答案 A B C.
    var tableNumbers: [Int] = []
    /// Behind 解析 in a key: rationales by number follow.
    var isInRationales = false
    private(set) var part = 0
    private var isAfterBlank = true
    var isBlockOpen = false
    /// Material was begun, and items may still join it.
    var isCaseOpen = false
    var caseNumbers = CaseNumbers()
    /// How the first item of a case is numbered that only a title begins.
    var titledStyle: ItemNumber.Style?
    /// 注意事项 was read before the first heading: numbered instructions may follow.
    private var isAfterNotice = false

    init(_ lines: [ExamLine], file: String) {
        self.file = file
        self.lines = lines
        let pages = PageNumbers(lines.map { LineKind($0) }, lines)
        outline.findings = pages.single.map { .unreadLine(lines[$0], in: file) }
        kinds = RunningHead.marked(pages.kinds, lines)
        evidence = LineEvidence(lines: lines, kinds: kinds)
        bareKey = BareKey.start(in: lines, kinds)
    }

    mutating func build() -> ExamOutline {
        for index in lines.indices {
            if index == bareKey, !isInKey { beginKey() }
            if isInKey { readKeyLine(index) } else { readItemLine(index, as: kinds[index]) }
            if case .furniture = kinds[index] { continue }
            isAfterBlank = lines[index].isBlank
        }
        closeCase()
        return outline
    }

    mutating func readItemLine(_ index: Int, as kind: LineKind) {
        if isInCaseSection, readCaseLine(index, as: kind) { return }
        switch kind {
        case .furniture: break
        case .blank, .option: append(index, kind)
        case .heading(let heading):
            if heading.type == nil, beginsStatedCase(index) { break }
            if isAccepted(heading, at: index) { begin(heading) } else { readItemLine(index, as: plainKind(index)) }
        case .keyHeading:
            if hasBareAnswer(after: index) { append(index, kind) } else { beginKey() }
        case .label(let label): readLabel(label, index)
        case .numbered(let number): readNumber(number, index)
        case .text where beginsStatedCase(index) || appendToStatedCase(index): break
        case .text:
            if readAnswerTable(index) { break }
            if outline.sections.isEmpty { isAfterNotice = isAfterNotice || Self.isNotice(lines[index]) }
            if beginsTagged(index) || beginsUnnumbered(index) {
                open(number: nil, lines[index])
            } else {
                append(index, kind)
            }
        }
    }

    mutating func append(_ index: Int, _ kind: LineKind) {
        guard isBlockOpen, let section = outline.sections.indices.last else {
            if isLost(index, kind) { outline.findings.append(.unreadLine(lines[index], in: file)) }
            return
        }
        let block = outline.sections[section].blocks.count - 1
        outline.sections[section].blocks[block].append(lines[index], as: kind)
    }

    /// Before any item: an option, or text that is more than a title or instruction.
    private func isLost(_ index: Int, _ kind: LineKind) -> Bool {
        switch kind {
        case .option: return true
        case .text:
            let text = lines[index].half
            guard !isAfterNotice, text.count >= 10 else { return false }
            return (text.contains("。") || text.contains("?") || LineEvidence.hasBlank(text))
                && !Self.isInstruction(lines[index].string)
        default: return false
        }
    }

    /// 满分100分, 请将答案……, 每题2分.
    private static func isInstruction(_ text: String) -> Bool {
        text.contains(/满分|得分|\d\s*分(?!之)|[每共]\S{0,8}[一二两三四五六七八九十]分(?!之)|请(?:将|在|把|选|按|用|写|填|判|勿|您|考生|根据|认真|仔细|注意)/)
    }

    var currentBlock: ItemBlock? { isBlockOpen ? outline.sections.last?.blocks.last : nil }

    mutating func open(number: Int?, _ line: ExamLine, inCase index: Int? = nil) {
        var block = ItemBlock(number: number, first: line)
        block.caseIndex = index ?? statedCase(of: number)
        open(block)
    }

    mutating func open(number: Int?, _ material: CaseMaterial) {
        open(ItemBlock(number: number, material: material))
    }

    private mutating func open(_ block: ItemBlock) {
        if outline.sections.isEmpty || (outline.sections.last?.part != part) { appendSection(nil) }
        outline.sections[outline.sections.count - 1].blocks.append(block)
        isBlockOpen = true
    }

    // MARK: Numbers

    private mutating func readNumber(_ number: ItemNumber, _ index: Int) {
        if beginsTaggedCase(number, index) { return }
        leaveTitledCase(number)
        let facts = evidence.numbering(index)
        let isComplete = currentBlock?.isComplete ?? true
        // A list in the answer of an item that has a tag instead of a number.
        if let block = currentBlock, block.number == nil, block.hasAnswerLine, !facts.isAny {
            return append(index, .numbered(number))
        }
        guard let section = outline.sections.indices.last, outline.sections[section].part == part else {
            guard facts.isAny || !isAfterNotice else { return }
            return take(number, index)
        }
        guard outline.sections[section].numbering.begins(number, evidence: facts, isComplete: isComplete) else {
            return append(index, .numbered(number))
        }
        if number.value == 1, outline.sections[section].numbering.last > 0 { restart() }
        take(number, index)
    }

    private mutating func take(_ number: ItemNumber, _ index: Int) {
        open(number: number.value, lines[index].dropping(number.end))
        outline.sections[outline.sections.count - 1].numbering.take(number)
    }

    private static func isNotice(_ line: ExamLine) -> Bool {
        line.text.count <= 20 && ["注意事项", "须知", "说明"].contains { line.string.contains($0) }
    }

    /// `【判断题】题干`: a tag instead of a number.
    private func beginsTagged(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.half.first == "[" || line.half.first == "(",
            currentBlock?.isComplete ?? true || line.half.first == "[",
            line.half.prefix(12).contains(where: { $0 == "]" || $0 == ")" })
        else { return false }
        var text = line.string
        guard let type = StemTag.take(from: &text).type, type != .unstated, type != .known(.caseSet) else {
            return false
        }
        return !text.isBlank
    }

    private func beginsUnnumbered(_ index: Int) -> Bool {
        isAfterBlank && evidence.leadsToOptions(index) && (currentBlock?.isComplete ?? true)
    }

    // MARK: Headings

    private func plainKind(_ index: Int) -> LineKind {
        let half = lines[index].half
        return ItemNumber(half).map { .numbered($0) } ?? OptionMarker(at: 0, in: half).map { .option($0) } ?? .text
    }

    /// A heading without a type counts only between items and before a number or another heading.
    private func isAccepted(_ heading: SectionHeading, at index: Int) -> Bool {
        if heading.type != nil { return true }
        guard currentBlock.map({ $0.isComplete || isAfterBlank }) ?? true else { return false }
        for kind in kinds[(index + 1)...] {
            switch kind {
            case .blank, .furniture: continue
            case .numbered, .heading, .keyHeading: return true
            default: return false
            }
        }
        return false
    }

    mutating func begin(_ heading: SectionHeading?, type: StatedType? = nil) {
        closeCase()
        isAfterNotice = isAfterNotice && heading?.type == nil
        appendSection(heading, type: type)
    }

    private mutating func appendSection(_ heading: SectionHeading?, type: StatedType? = nil) {
        let before = outline.sections.last { $0.part == part }
        let keepsType = before?.promise?.rank != heading?.rank || heading == nil
        let inherited = keepsType ? before : nil
        outline.sections.append(
            ExamSection(
                heading: heading, type: type ?? heading?.type ?? inherited?.type ?? .unstated,
                judgementLetters: heading?.type == nil
                    ? inherited?.judgementLetters ?? [:] : heading?.judgementLetters ?? [:],
                promise: heading?.type == nil ? inherited?.promise : heading, part: part))
        isBlockOpen = false
    }

    /// Numbers begin again at 1 without a heading; below the material of a case they do so as a matter of course.
    private mutating func restart() {
        if isCaseOpen, !isBlockOpen { appendSection(nil) } else { begin(nil) }
    }

    // MARK: Keys

    private mutating func readLabel(_ label: LineLabel, _ index: Int) {
        let content = lines[index].dropping(label.end)
        if label.field == .answer, let entries = KeyLineParser.entries(of: content), entries.count > 1 {
            outline.keys.append(
                KeyGroup(heading: nil, section: outline.sections.indices.last, part: part, entries: entries))
        } else {
            append(index, kinds[index])
        }
    }

    private mutating func beginKey() {
        closeCase()
        isInKey = true
        isBlockOpen = false
        outline.keys.append(KeyGroup(heading: nil, section: nil, part: part))
    }

    mutating func beginKeyGroup(_ heading: SectionHeading) {
        pendingEntry = nil
        outline.keys.append(KeyGroup(heading: heading, section: nil, part: part))
    }

    /// Items again: another paper in the same file.
    mutating func leaveKey() {
        (isInKey, isInRationales) = (false, false)
        pendingEntry = nil
        part += 1
        guard let last = outline.keys.last, last.entries.isEmpty, let heading = last.heading else { return }
        outline.keys.removeLast()
        begin(heading)
    }

    /// 答案 alone on its line, and what follows is the answer of this item, not a key.
    private func hasBareAnswer(after index: Int) -> Bool {
        guard currentBlock != nil, let next = lines[(index + 1)...].first(where: { !$0.isBlank }) else { return false }
        let type = outline.sections.last?.type
        let tag = currentBlock.flatMap { $0.number == nil ? $0.tag : nil }
        // A list answers an item that is told by its tag, not by a number.
        if tag == .known(.shortAnswer), currentBlock?.hasAnswerLine == false { return true }
        let isInWords = type == .known(.shortAnswer) || type == .known(.fillIn)
        if isInWords, currentBlock?.hasAnswerLine == false, ItemNumber(next.half) == nil, SectionHeading(next) == nil {
            return true
        }
        return ChoiceAnswer.letters(next.string) != nil || JudgementWord.value(of: next.string) != nil
    }
}

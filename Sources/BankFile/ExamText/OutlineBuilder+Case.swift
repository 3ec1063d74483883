import ExamModel

/// Sections of cases: material, then items numbered in a style of their own.
extension OutlineBuilder {
    var isInCaseSection: Bool { outline.sections.last?.type == .known(.caseSet) && outline.sections.last?.part == part }

    /// `false` when the line is to be read as in any other section.
    mutating func readCaseLine(_ index: Int, as kind: LineKind) -> Bool {
        switch kind {
        case .heading(let heading) where heading.type == nil: break
        case .blank, .furniture, .heading, .keyHeading, .label, .option: return appendToMaterial(index, kind)
        case .numbered, .text: break
        }
        let line = lines[index]
        if CaseMaterial.titleLength(line) != nil, isPartComplete {
            beginCase(line, style: .none, value: 0)
        } else if let number = CaseNumber(line.half) {
            read(number, index)
        } else if outline.cases.isEmpty || !isCaseOpen {
            if Self.isInstruction(line) { return true }
            beginCase(line, style: .none, value: 0)
        } else if isBlockOpen {
            append(index, .text)
        } else {
            outline.cases[outline.cases.count - 1].append(line)
        }
        return true
    }

    /// Lines other than text stand in the material only before its first item.
    private mutating func appendToMaterial(_ index: Int, _ kind: LineKind) -> Bool {
        guard isCaseOpen, !isBlockOpen else { return false }
        switch kind {
        case .option, .label:
            // The case has no items: it is an item itself.
            guard let material = outline.cases.popLast() else { return false }
            isCaseOpen = false
            open(number: caseNumbers.top, material)
            return false
        default: return false
        }
    }

    private var isPartComplete: Bool { !isCaseOpen || !isBlockOpen || currentBlock?.isComplete == true }

    private static func isInstruction(_ line: ExamLine) -> Bool {
        line.string.contains(/[每共].{0,12}[分题]/) && line.text.count <= 60
    }

    private mutating func beginCase(_ line: ExamLine, style: CaseNumber.Style, value: Int) {
        closeCase()
        outline.cases.append(CaseMaterial(start: line.number, first: line))
        isCaseOpen = true
        isBlockOpen = false
        caseNumbers = CaseNumbers(style: style, top: value)
    }

    /// A case whose items never came is an item itself.
    mutating func closeCase() {
        guard isCaseOpen, !isBlockOpen, let material = outline.cases.popLast() else { return isCaseOpen = false }
        isCaseOpen = false
        open(number: caseNumbers.top, material)
        isBlockOpen = false
    }

    private mutating func read(_ number: CaseNumber, _ index: Int) {
        let line = lines[index]
        guard isCaseOpen else {
            if number.style == .none { return }
            return beginCase(line.dropping(number.end), style: number.style, value: number.value)
        }
        if isBlockOpen {
            readInsideItems(number, index)
        } else if number.style == caseNumbers.style && number.value != 1 {
            beginCase(line.dropping(number.end), style: number.style, value: number.value)
        } else if isItem(index) {
            openPart(number, index)
        } else {
            outline.cases[outline.cases.count - 1].append(line)
        }
    }

    private mutating func readInsideItems(_ number: CaseNumber, _ index: Int) {
        let isNext = number.style == caseNumbers.item && number.value == caseNumbers.last + 1
        if isNext, isItem(index) {
            openPart(number, index)
        } else if number.style == caseNumbers.style, isPartComplete,
            number.style != caseNumbers.item || number.value == caseNumbers.top + 1, looksLikeCase(number, index)
        {
            beginCase(lines[index].dropping(number.end), style: number.style, value: number.value)
        } else {
            append(index, kinds[index])
        }
    }

    private mutating func openPart(_ number: CaseNumber, _ index: Int) {
        caseNumbers.item = number.style
        caseNumbers.last = number.value
        open(number: number.value, lines[index].dropping(number.end), inCase: outline.cases.count - 1)
    }

    /// Options, an answer, a blank or a question speak for an item; lists inside material and answers have none.
    private func isItem(_ index: Int) -> Bool {
        let line = lines[index]
        if evidence.numbering(index).isAny { return true }
        let type = CaseNumber(line.half).flatMap { tag(of: line.dropping($0.end)) }
        return type != nil && type != .known(.caseSet)
    }

    /// Answers in words hold numbered lists: a case has a title, is an item itself, or leads to an item with the number 1.
    private func looksLikeCase(_ number: CaseNumber, _ index: Int) -> Bool {
        let rest = lines[index].dropping(number.end)
        if CaseMaterial.titleLength(rest) != nil || evidence.numbering(index).isAny { return true }
        for next in (index + 1)..<max(index + 1, lines.count) {
            if case .heading(let heading) = kinds[next], heading.type != nil { return false }
            if let number = CaseNumber(lines[next].half), !lines[next].isBlank {
                return number.value == 1 && isItem(next)
            }
        }
        return false
    }

    private func tag(of line: ExamLine) -> StatedType? {
        var text = line.string
        return StemTag.take(from: &text).type
    }

    // MARK: Cases between other items

    /// `1.【案例分析题】……` where no heading said that cases follow.
    mutating func beginsTaggedCase(_ number: ItemNumber, _ index: Int) -> Bool {
        guard currentBlock?.isComplete ?? true, tag(of: lines[index].dropping(number.end)) == .known(.caseSet) else {
            return false
        }
        begin(nil, type: .known(.caseSet))
        return readCaseLine(index, as: kinds[index])
    }

    /// `根据以下材料回答第3～5题`: the material up to item 3 is shared by 3, 4 and 5.
    mutating func beginsStatedCase(_ index: Int) -> Bool {
        guard !isInCaseSection, currentBlock?.isComplete ?? true else { return false }
        if beginsTitledCase(index) { return true }
        guard let range = CaseMaterial.statedRange(lines[index]) else { return false }
        // “根据上述材料，回答1～3题”, below material that a title began.
        if isCaseOpen, !isBlockOpen, outline.cases.last?.isTitled == true {
            outline.cases[outline.cases.count - 1].range = range
            return true
        }
        outline.cases.append(CaseMaterial(start: lines[index].number, first: nil, range: range))
        isCaseOpen = true
        isBlockOpen = false
        return true
    }

    /// 案例二 alone on a line, where no heading said that cases follow: every item up to the next title or heading shares it.
    private mutating func beginsTitledCase(_ index: Int) -> Bool {
        guard case .text = kinds[index], CaseMaterial.titleLength(lines[index]) != nil,
            let first = (index + 1..<min(index + 200, lines.count)).first(where: { next in
                if case .text = kinds[next] { false } else if case .blank = kinds[next] { false } else { true }
            }), case .numbered = kinds[first], evidence.numbering(first).isAny
        else { return false }
        var material = CaseMaterial(start: lines[index].number, first: lines[index], range: 1...99_999)
        material.isTitled = true
        outline.cases.append(material)
        (isCaseOpen, isBlockOpen, titledStyle) = (true, false, nil)
        return true
    }

    /// Items that are numbered in another way than a titled case's first stand behind it.
    mutating func leaveTitledCase(_ number: ItemNumber) {
        guard isCaseOpen, outline.cases.last?.isTitled == true else { return }
        if let titledStyle, titledStyle != number.style { isCaseOpen = false }
        titledStyle = titledStyle ?? number.style
    }

    /// The case that the item `number` belongs to by what its material states.
    mutating func statedCase(of number: Int?) -> Int? {
        guard isCaseOpen, let range = outline.cases.last?.range else { return nil }
        if let number, range.contains(number) { return outline.cases.count - 1 }
        isCaseOpen = false
        return nil
    }

    /// Takes a line into material that is open and whose items have not begun.
    mutating func appendToStatedCase(_ index: Int) -> Bool {
        guard isCaseOpen, !isBlockOpen, outline.cases.last?.range != nil else { return false }
        outline.cases[outline.cases.count - 1].append(lines[index])
        return true
    }
}

/// How a case and its items are numbered.
struct CaseNumbers {
    var style = CaseNumber.Style.none
    var top = 0
    var item: CaseNumber.Style?
    var last = 0
}

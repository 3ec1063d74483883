import ExamModel

extension OutlineBuilder {
    mutating func readKeyLine(_ index: Int) {
        let line = lines[index]
        switch kinds[index] {
        case .blank, .furniture, .keyHeading: break
        case .heading(let heading):
            if let entries = KeyLineParser.entries(of: line) { return add(entries) }
            beginKeyGroup(heading)
            if let entries = Self.entries(behindHeading: line) { add(entries) }
        case .label(let label): readKeyLabel(label, index)
        case .numbered(let number): readKeyNumber(number, index)
        case .option, .text: readKeyText(line)
        }
    }

    private mutating func add(_ entries: [KeyEntry]) {
        pendingEntry = nil
        outline.keys[outline.keys.count - 1].entries += entries
    }

    /// 单选题：1.A 2.C　多选题：1.AB, one type or several on a line; `nil` when some part is something else.
    private static func typedGroups(of line: ExamLine) -> [(heading: SectionHeading, entries: [KeyEntry])]? {
        let starts = line.half.indices.filter { start in
            guard start == 0 || !line.half[start - 1].isLetter else { return false }
            return StatedType.prefix(of: String(line.half[start...].prefix(12))) != nil
        }
        guard starts.first == 0 else { return nil }
        let parts = zip(starts, starts.dropFirst() + [line.half.count]).map { start, end in
            typedEntries(of: ExamLine(number: line.number, text: line.text[start..<end]))
        }
        let groups = parts.compactMap(\.self)
        return groups.count == parts.count ? groups : nil
    }

    private static func typedEntries(of line: ExamLine) -> (heading: SectionHeading, entries: [KeyEntry])? {
        let half = line.half
        guard let (_, length) = StatedType.prefix(of: String(half.prefix(12))), length < half.count,
            let heading = SectionHeading(ExamLine(number: line.number, text: half[..<length]))
        else { return nil }
        let start = half[length...].firstIndex { !":、. ".contains($0) } ?? half.count
        return KeyLineParser.entries(of: line.dropping(start)).map { (heading, $0) }
    }

    /// `5、正确。解析：……`: an answer and its rationale on the entry's line.
    private static func explained(_ number: ItemNumber, _ rest: ExamLine) -> KeyEntry? {
        guard let word = rest.half.firstRange(of: Array("解析".unicodeScalars)), word.lowerBound > 0,
            word.lowerBound <= 16
        else {
            return nil
        }
        let answer = String(rest.half[..<word.lowerBound].filter { !"[ ".contains($0) }).trimmingPunctuation
        guard ChoiceAnswer.letters(answer) != nil || JudgementWord.value(of: answer) != nil else { return nil }
        let content = rest.half[word.upperBound...].firstIndex { !"]:. ".contains($0) } ?? rest.half.count
        return KeyEntry(
            number: number.value, answer: answer, rationale: rest.dropping(content).string, line: rest.number)
    }

    static func isRationaleHeading(_ half: [Unicode.Scalar]) -> Bool {
        half.count <= 12
            && ["解析", "答案解析", "试题解析", "参考解析", "解析部分"].contains(String(half.filter { !"[]: ".contains($0) }))
    }

    /// Behind 解析 alone on a line: rationales by number. False when the number has no entry.
    private mutating func addRationale(_ number: ItemNumber, _ line: ExamLine) -> Bool {
        for group in outline.keys.indices.reversed() where outline.keys[group].part == part {
            let found = outline.keys[group].entries.firstIndex { $0.number == number.value && $0.rationale.isEmpty }
            guard let found else { continue }
            outline.keys[group].entries[found].rationale = line.dropping(number.end).string
            return true
        }
        return false
    }

    private mutating func readKeyNumber(_ number: ItemNumber, _ index: Int) {
        if isInRationales, addRationale(number, lines[index]) { return }
        if let entries = KeyLineParser.entries(of: lines[index]) { return add(entries) }
        let rest = lines[index].dropping(number.end)
        if let entry = Self.explained(number, rest) { return add([entry]) }
        if evidence.hasOptions(index) || LineEvidence.hasBlank(rest.half) {
            leaveKey()
            return readItemLine(index, as: kinds[index])
        }
        let entry = KeyEntry(number: number.value, answer: rest.string, line: lines[index].number)
        if rest.isBlank {
            pendingEntry = entry
        } else if isAnsweredInWords {
            let last = outline.keys.last?.entries.last?.number ?? 0
            // A list inside a model answer begins again at 1.
            if number.value > last { add([entry]) } else { readKeyText(lines[index]) }
        } else {
            unread(lines[index])
        }
    }

    /// The key of fill-in and short-answer items is text.
    private var isAnsweredInWords: Bool {
        switch outline.keys.last?.heading?.type {
        case .known(.fillIn), .known(.shortAnswer): true
        default: false
        }
    }

    private mutating func readKeyLabel(_ label: LineLabel, _ index: Int) {
        let content = lines[index].dropping(label.end)
        switch label.field {
        case .answer:
            if let entries = KeyLineParser.entries(of: content) { return add(entries) }
            guard var entry = pendingEntry else { return unread(lines[index]) }
            entry.answer = content.string
            add([entry])
        case .rationale:
            let next = lines[(index + 1)...].prefix(3).first { !$0.isBlank }
            if content.isBlank, next.flatMap({ ItemNumber($0.half) })?.value == 1 {
                isInRationales = true
            } else {
                addRationale(content)
            }
        case .topic, .difficulty, .type, .ignored: break
        }
    }

    private mutating func addRationale(_ line: ExamLine) {
        let group = outline.keys.count - 1
        guard let last = outline.keys[group].entries.indices.last else { return unread(line) }
        let before = outline.keys[group].entries[last].rationale
        outline.keys[group].entries[last].rationale = before.isEmpty ? line.string : before + "\n" + line.string
    }

    private mutating func readKeyText(_ line: ExamLine) {
        if Self.isRationaleHeading(line.half) {
            isInRationales = true
        } else if let number = PageNumbers.value(of: line), pendingEntry == nil, !isAnsweredInWords {
            // Number and answer on lines of their own.
            pendingEntry = KeyEntry(number: number, answer: "", line: line.number)
        } else if var entry = pendingEntry, Self.isAnswer(line.string) {
            entry.answer = line.string
            add([entry])
        } else if let groups = Self.typedGroups(of: line) {
            for group in groups {
                beginKeyGroup(group.heading)
                add(group.entries)
            }
        } else if line.half.starts(with: "题号") {
            tableNumbers = line.half.split { !($0.isASCII && $0.isNumber) }.compactMap { Int(String($0)) }
        } else if !tableNumbers.isEmpty, line.half.starts(with: "答案") {
            readTable(line)
        } else if let entries = KeyLineParser.entries(of: line) {
            add(entries)
        } else if outline.keys.last?.entries.last?.rationale.isEmpty == false {
            addRationale(line)
        } else if isAnsweredInWords, let last = outline.keys.last?.entries.indices.last {
            // Model answers run over several lines.
            outline.keys[outline.keys.count - 1].entries[last].answer += "\n" + line.string
        } else {
            unread(line)
        }
    }

    private static func isAnswer(_ text: String) -> Bool {
        ChoiceAnswer.letters(text) != nil || JudgementWord.value(of: text) != nil
    }

    private mutating func readTable(_ line: ExamLine) {
        let groups = line.half.dropFirst(2).split { $0.isWhitespace || ":|,".contains($0) }.map { String($0) }
        guard groups.count == tableNumbers.count else { return unread(line) }
        add(zip(tableNumbers, groups).map { KeyEntry(number: $0, answer: $1, line: line.number) })
        tableNumbers = []
    }

    /// `一、单选题（每题2分）：1-5 AABAB`
    private static func entries(behindHeading line: ExamLine) -> [KeyEntry]? {
        let close = line.half.lastIndex(of: ")").map { $0 + 1 } ?? 0
        let digits = line.half[close...].firstIndex { $0.isASCII && $0.isNumber }
        return digits.flatMap { KeyLineParser.entries(of: line.dropping($0)) }
    }

    private mutating func unread(_ line: ExamLine) {
        outline.findings.append(.unreadLine(line, in: file))
    }
}

extension Finding {
    static func unreadLine(_ line: ExamLine, in file: String) -> Finding {
        let text = line.string.count > 30 ? String(line.text.prefix(30)) + "……" : line.string
        return Finding(
            .warning, .unreadLine, at: Place(file: file, line: line.number),
            Bilingual(
                "“\(text)”看不出属于哪里，没有导入，请核对。",
                "\"\(text)\" belongs to nothing that was understood and was not imported; check it."))
    }
}

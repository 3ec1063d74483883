import ExamModel

/// Rewrites what platforms and typists write in their own way into the usual layout, line by line, before anything is
/// understood: a tag before the number, options without a mark behind their letter, letters on lines of their own,
/// fields named in brackets.
struct LineRepair {
    private(set) var lines: [ExamLine]
    private(set) var result: [ExamLine] = []
    /// The number that the last item had.
    private(set) var last = 0
    /// Of an item whose fields are named one by one: 试题3, 【题型】单选.
    private var fieldNumber: Int?
    private var fieldType = ""
    /// What stands behind the letters of the options at hand, where it is no usual mark: `A]`, `A-`.
    var oddMark: Unicode.Scalar?

    static func repaired(_ lines: consuming [ExamLine]) -> [ExamLine] {
        let count = lines.count
        var repair = LineRepair(lines: lines)
        var index = 0
        while index < count { index += repair.take(index) }
        return repair.result
    }

    private init(lines: [ExamLine]) {
        self.lines = lines
        result.reserveCapacity(lines.count)
    }

    /// Takes the line at `index` and perhaps those behind it; how many.
    private mutating func take(_ index: Int) -> Int {
        let line = lines[index]
        if let plain = Self.withoutMarkdown(line) { lines[index] = plain }
        // `> 答案：A` was cut before its label.
        if line.text == [">"], index + 1 < lines.count, lines[index + 1].number == line.number { return 1 }
        return takePlain(index)
    }

    private mutating func takePlain(_ index: Int) -> Int {
        let line = lines[index]
        guard let first = line.half.first else {
            result.append(line)
            return 1
        }
        if let stated = statedAnswer(index) {
            result += stated
            return 1
        }
        if let options = bulleted(index) {
            result += options
            return options.count
        }
        if first == "[" || first == "试" || first == "题" || first == "选" || first == "第", takeField(index) { return 1 }
        if let moved = Self.numberBeforeTag(line) ?? numberBehindAnswer(index) ?? numberBesideStar(line) {
            result.append(moved)
            last = ItemNumber(moved.half)?.value ?? last
            return 1
        }
        if first.isASCII {
            if first.isNumber { return takeNumbered(index) }
            if let count = takeLoneLetters(index) ?? takeEnglishNumber(index) { return count }
            if let large = capital(index) {
                result.append(large)
                return 1
            }
            if let marked = marked(index) ?? oddlyMarked(index) {
                result.append(marked)
                return 1
            }
        }
        result.append(Self.markedInside(line) ?? line)
        return 1
    }

    func next(_ index: Int) -> ExamLine? {
        lines[(index + 1)...].prefix(3).first { !$0.isBlank }
    }

    // MARK: Numbers and tags

    /// `[单选题] 1. 题干` as `1. [单选题] 题干`.
    private static func numberBeforeTag(_ line: ExamLine) -> ExamLine? {
        guard line.half.first == "[" || line.half.first == "(",
            let end = line.half.prefix(12).firstIndex(where: { $0 == "]" || $0 == ")" }),
            let (_, length) = StatedType.prefix(of: String(line.half[1..<end]).trimmed),
            length == String(line.half[1..<end]).trimmed.count
        else { return nil }
        let rest = line.dropping(end + 1)
        guard let number = ItemNumber(rest.half), !number.isDoubtful else { return nil }
        let head = String(rest.text[..<number.end]) + " " + String(line.text[...end])
        return ExamLine(number: line.number, head, rest.text[number.end...])
    }

    private mutating func takeNumbered(_ index: Int) -> Int {
        let line = lines[index]
        if let number = ItemNumber(line.half) {
            let title = line.dropping(number.end)
            // `1.单选题（2分）`, and the stem on the next line.
            if let type = Self.onlyType(title), let stem = next(index), ItemNumber(stem.half) == nil,
                CaseNumber(stem.half) == nil, stem.half.first != "("
            {
                let behind = lines[(index + 1)...].firstIndex { !$0.isBlank } ?? index + 1
                result.append(ExamLine(number: line.number, "\(number.value).[\(type)]", stem.text))
                last = number.value
                return behind + 1 - index
            }
            if !number.isDoubtful { last = number.value }
            result.append(Self.markedInside(line) ?? line)
            return 1
        }
        result.append(bareNumber(index) ?? loneNumber(index) ?? line)
        return 1
    }

    /// `3` alone on its line as `3.`, when it is 3's turn and a stem with something to answer follows before the next number.
    private mutating func loneNumber(_ index: Int) -> ExamLine? {
        guard let value = PageNumbers.value(of: lines[index]), value == last + 1 || value == 1,
            let stem = next(index), Self.isPlain(stem)
        else { return nil }
        let following = lines[(index + 1)...].prefix(40).first { line in
            Self.isNumbered(line) || OptionMarker(at: 0, in: line.half)?.index == 0
                || LineLabel(at: 0, in: line.half)?.field == .answer
        }
        guard let following, !Self.isNumbered(following) else { return nil }
        last = value
        return ExamLine(number: lines[index].number, text: "\(value).")
    }

    private static func isNumbered(_ line: ExamLine) -> Bool {
        let digits = line.half.prefix { $0.isASCII && $0.isNumber }.count
        return ItemNumber(line.half) != nil
            || digits > 0 && (digits == line.half.count || line.half[digits].isWhitespace)
    }

    private static func isPlain(_ line: ExamLine) -> Bool {
        !isNumbered(line) && OptionMarker(at: 0, in: line.half) == nil && LineLabel(at: 0, in: line.half) == nil
            && SectionHeading(line) == nil
    }

    /// `3 题干（）` as `3.题干（）`, when it is 3's turn and something to answer follows.
    private mutating func bareNumber(_ index: Int) -> ExamLine? {
        let line = lines[index]
        let digits = line.half.prefix { $0.isASCII && $0.isNumber }
        guard digits.count <= 3, let value = Int(String(digits)), value == last + 1 || value == 1,
            digits.count < line.half.count, line.half[digits.count].isWhitespace,
            let begin = line.half[digits.count...].first(where: { !$0.isWhitespace }), !begin.isASCII || begin == "(",
            !"年月日天元万亿个人岁".contains(begin)
        else { return nil }
        let leads = lines[(index + 1)...].prefix(4).contains {
            OptionMarker(at: 0, in: $0.half)?.index == 0 || Self.isBare($0, 0)
        }
        guard leads || LineEvidence.hasBlank(line.half) else { return nil }
        last = value
        let rest = line.dropping(digits.count)
        let marked = ExamLine(number: line.number, "\(value).", rest.text)
        return Self.markedInside(marked) ?? marked
    }

    /// The type that is all there is beside marks: 单选题（2分）, [多选题].
    private static func onlyType(_ title: ExamLine) -> String? {
        guard title.half.count <= 20 else { return nil }
        let bare = String(title.half.filter { !"[]: ".contains($0) }).replacing(/\(\d{1,2}(?:\.\d)?分\)$/, with: "")
        guard let (type, length) = StatedType.prefix(of: bare), length == bare.count,
            bare.hasSuffix("题") || title.half.last == ":",
            type != .unstated, type != .known(.caseSet)
        else { return nil }
        return bare
    }

    // MARK: Options

    /// `a.一` as `A.一` when b or what comes before it stands beside it; how small letters are told from words.
    private func capital(_ index: Int) -> ExamLine? {
        func letter(_ line: ExamLine?) -> Int? {
            guard let half = line?.half, half.count > 2, let code = half[0].asciiValue, (97...104).contains(code),
                ".、:".contains(half[1])
            else { return nil }
            return Int(code) - 97
        }
        let line = lines[index]
        guard let own = letter(line) else { return nil }
        let before = lines[..<index].suffix(3).last { !$0.isBlank }
        guard own == 0 ? letter(next(index)) == 1 : letter(before) == own - 1 else { return nil }
        return ExamLine(number: line.number, Item.Option.letter(at: own), line.text.dropFirst())
    }

    /// `Question 3`, `Q3.` as `3.`, the stem on this line or the next. How many lines.
    private mutating func takeEnglishNumber(_ index: Int) -> Int? {
        let line = lines[index]
        guard line.half[0] == "Q" || line.half[0] == "q",
            let match = String(line.half.prefix(20)).prefixMatch(of: /(?i:question|q)\s*(\d{1,4})\s*(?:[.:、)]\s*|$)/)
        else { return nil }
        let rest = line.dropping(match.output.0.unicodeScalars.count)
        let stem = lines[(index + 1)...].prefix(2).firstIndex { !$0.isBlank }
        guard !rest.isBlank || stem != nil else { return nil }
        last = Int(match.1) ?? last
        let text = rest.isBlank ? lines[stem ?? index].text : rest.text
        result.append(ExamLine(number: line.number, "\(match.1).", text))
        return rest.isBlank ? (stem ?? index) + 1 - index : 1
    }

    /// Letter and blank at the beginning: `A 一个月`.
    private static func isBare(_ line: ExamLine, _ index: Int) -> Bool {
        line.half.count > 2 && line.half[0] == Unicode.Scalar.letter(at: index) && line.half[1].isWhitespace
            && OptionMarker(at: 0, in: line.half) == nil
    }

    /// `A 一个月` as `A.一个月`, when B stands in the same line or begins the next.
    private func marked(_ index: Int) -> ExamLine? {
        let line = lines[index]
        guard let code = line.half[0].asciiValue, (65...72).contains(code) else { return nil }
        let letter = Int(code) - 65
        guard Self.isBare(line, letter) else { return nil }
        let inside = Self.bareMarks(in: line.half, from: letter)
        let before = result.last { !$0.isBlank }
        let isNext = next(index).map { Self.isBare($0, letter + inside.count) } ?? false
        let isAfter = letter > 0 && before.map { OptionSplitter.begins($0, before: letter) } ?? false
        guard inside.count > 1 || isNext || isAfter else { return nil }
        return Self.inserting(marksAt: inside, in: line)
    }

    /// Where letters stand in turn that are followed by white space and preceded by it or nothing.
    private static func bareMarks(in half: [Unicode.Scalar], from first: Int) -> [Int] {
        var marks: [Int] = []
        for position in half.indices where position + 1 < half.count {
            guard half[position] == Unicode.Scalar.letter(at: first + marks.count),
                half[position + 1].isWhitespace,
                position == 0 || half[position - 1].isWhitespace
            else { continue }
            marks.append(position)
        }
        return marks
    }

    /// `……（）。A前台受理B后台审批C窗口出件` with marks behind its letters: three letters or more, each once, each before an
    /// ideograph.
    private static func markedInside(_ line: ExamLine) -> ExamLine? {
        let half = line.half
        guard half.count < 1000, half.contains("C"), let start = half.indices.first(where: { begins($0, in: half) })
        else {
            return nil
        }
        var marks: [Int] = []
        for position in half[start...].indices {
            guard let code = half[position].asciiValue, (65...90).contains(code) else { continue }
            guard Int(code) - 65 == marks.count, position + 1 < half.count, !half[position + 1].isASCII,
                half[position + 1].isLetter,
                position == start || !half[position - 1].isASCII || half[position - 1] == " "
            else { return nil }
            marks.append(position)
        }
        return marks.count >= 3 ? inserting(marksAt: marks, in: line) : nil
    }

    private static func begins(_ position: Int, in half: [Unicode.Scalar]) -> Bool {
        half[position] == "A" && (position == 0 || ")。.?:_ ".contains(half[position - 1]))
            && position + 1 < half.count && !half[position + 1].isASCII && half[position + 1].isLetter
    }

    private static func inserting(marksAt marks: [Int], in line: ExamLine) -> ExamLine {
        var text = line.text
        for mark in marks.reversed() { text.insert(".", at: mark + 1) }
        return ExamLine(number: line.number, text: text)
    }

    /// Letters on lines of their own, each with its text on the next: as platforms' pages are copied. How many lines.
    private mutating func takeLoneLetters(_ index: Int) -> Int? {
        guard Self.loneLetter(lines[index]) == 0 else { return nil }
        var found: [ExamLine] = []
        var position = index
        while position < lines.count, Self.loneLetter(lines[position]) == found.count {
            guard let text = lines[(position + 1)...].prefix(3).firstIndex(where: { !$0.isBlank }),
                Self.loneLetter(lines[text]) == nil
            else { return nil }
            let letter = Item.Option.letter(at: found.count) + "."
            found.append(ExamLine(number: lines[position].number, letter, lines[text].text))
            position = text + 1
            // A blank line may stand before the next letter.
            let following = lines[position...].prefix(2).firstIndex { !$0.isBlank }
            if let following, Self.loneLetter(lines[following]) == found.count { position = following }
        }
        guard found.count >= 2 else { return nil }
        result += found
        return position - index
    }

    private static func loneLetter(_ line: ExamLine) -> Int? {
        guard (1...2).contains(line.half.count), let code = line.half[0].asciiValue, (65...72).contains(code),
            line.half.count == 1 || ".、:".contains(line.half[1])
        else { return nil }
        return Int(code) - 65
    }

    // MARK: Named fields

    /// 试题1 · 【题型】单选 · 【题干】…… · 【选项】. False when the line is something else.
    private mutating func takeField(_ index: Int) -> Bool {
        let line = lines[index]
        let text = String(line.half)
        if let match = text.wholeMatch(of: /\[?(?:试题|题目|第)\s*(\d{1,4})\s*题?\]?[:.]?/),
            !text.hasPrefix("第") || text.contains("题")
        {
            guard leadsToField(index) else { return false }
            fieldNumber = Int(match.1)
            return true
        }
        if let match = text.prefixMatch(of: /选项\s*([A-H])\s*[:.、]\s*/) {
            let option = line.dropping(match.output.0.unicodeScalars.count)
            result.append(ExamLine(number: line.number, match.1 + ".", option.text))
            return true
        }
        // 题5：……
        if let match = text.prefixMatch(of: /题\s*(\d{1,4})\s*[:.、]\s*/) {
            let stem = line.dropping(match.output.0.unicodeScalars.count)
            guard !stem.isBlank else { return false }
            last = Int(match.1) ?? last
            result.append(ExamLine(number: line.number, "\(match.1).", stem.text))
            return true
        }
        guard let match = text.prefixMatch(of: /\[(题干|题目|试题内容|试题|题目内容|选项|题型|试题类型)\]\s*[:]?\s*|(题干|选项|题目|试题|问题)\s*:\s*/)
        else { return false }
        if let word = match.2, word != "题干", word != "选项", !leadsToAnswer(index) || text.hasSuffix(":") {
            return false
        }
        let content = line.dropping(match.output.0.unicodeScalars.count)
        switch match.1 ?? match.2 ?? "" {
        case "选项": if !content.isBlank { result.append(Self.markedInside(content) ?? content) }
        case "题型", "试题类型":
            guard let (_, length) = StatedType.prefix(of: content.string), length == content.text.count,
                leadsToField(index)
            else { return false }
            fieldType = content.string
        default:
            last = fieldNumber ?? last + 1
            let tag = fieldType.isEmpty ? "" : "[\(fieldType)]"
            result.append(ExamLine(number: line.number, "\(last).\(tag)", content.text))
            (fieldNumber, fieldType) = (nil, "")
        }
        return true
    }

    /// Options or an answer stand in one of the next lines, so that 题目： is no title.
    private func leadsToAnswer(_ index: Int) -> Bool {
        let following = lines[(index + 1)...].prefix(3).filter { !$0.isBlank }.prefix(2)
        guard let first = following.first, ItemNumber(first.half) == nil else { return false }
        return following.contains {
            $0.half.starts(with: "选项") || $0.half.starts(with: "[选项") || OptionMarker(at: 0, in: $0.half)?.index == 0
                || LineLabel(at: 0, in: $0.half)?.field == .answer
        }
    }

    /// A field of a stem or type stands in one of the next lines.
    private func leadsToField(_ index: Int) -> Bool {
        lines[(index + 1)...].prefix(4).contains {
            String($0.half.prefix(8)).prefixMatch(of: /\[?(?:题干|题目|试题|题型)/) != nil
        }
    }
}

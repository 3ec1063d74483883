import ExamModel

/// Divides lines of options into options, however many stand on a line.
///
/// `A．三日    B．七日` is two options; `A．维生素B．` is one when the next line begins with B. A letter inside a line
/// counts only if no line of its own begins with it; where several places could be meant, one after white space wins.
enum OptionSplitter {
    struct Line {
        let index: Int
        /// After the marker.
        let text: [Unicode.Scalar]
    }

    /// Lines with more characters are one option: nobody writes several so long.
    private static let limit = 4096

    static func options(of lines: [Line]) -> [RawOption] {
        var options: [RawOption] = []
        var isGluedAllowed = lines.count == 1
        for (position, line) in lines.enumerated() {
            let next = position + 1 < lines.count ? lines[position + 1].index : nil
            let pieces = pieces(of: line, before: next, isGluedAllowed: isGluedAllowed || next != nil)
            if pieces.count > 1 { isGluedAllowed = true }
            options += pieces
        }
        return options
    }

    /// The options of a line whose next line begins with the option `next`.
    private static func pieces(of line: Line, before next: Int?, isGluedAllowed: Bool) -> [RawOption] {
        let last = (next ?? 26) - 1
        guard last > line.index, line.text.count <= limit else {
            return [RawOption(index: line.index, text: String(line.text).trimmed)]
        }
        let half = Folded.half(line.text)
        let spaced = marks(in: half, from: line.index + 1, to: last) { isSpaced($0, in: half) }
        let preferring = marks(in: half, from: line.index + 1, to: last, preferSpaced: true)
        let any = marks(in: half, from: line.index + 1, to: last, preferSpaced: false)
        var chosen = spaced
        if isGluedAllowed {
            if preferring.count > chosen.count { chosen = preferring }
            if any.count > chosen.count { chosen = any }
        }
        return cut(line, at: chosen)
    }

    private typealias Mark = (start: Int, marker: OptionMarker)

    /// The first mark of each letter in turn, among those that `isAllowed`.
    private static func marks(
        in half: [Unicode.Scalar], from first: Int, to last: Int, where isAllowed: (Int) -> Bool
    ) -> [Mark] {
        var marks: [Mark] = []
        var position = 0
        var wanted = first
        while position < half.count, wanted <= last {
            if let marker = mark(at: position, in: half), marker.index == wanted, isAllowed(position) {
                marks.append((position, marker))
                wanted += 1
                position = marker.end
            } else {
                position += 1
            }
        }
        return marks
    }

    /// For each letter the first mark after white space if there is one, or else, or without preference, the first.
    private static func marks(in half: [Unicode.Scalar], from first: Int, to last: Int, preferSpaced: Bool) -> [Mark] {
        var marks: [Mark] = []
        var start = 0
        for wanted in first...last {
            let all = (start..<max(start, half.count)).lazy.compactMap { position -> Mark? in
                guard let marker = mark(at: position, in: half), marker.index == wanted else { return nil }
                return (position, marker)
            }
            let spaced = preferSpaced ? all.first { isSpaced($0.start, in: half) } : nil
            guard let found = spaced ?? all.first else { break }
            marks.append(found)
            start = found.marker.end
        }
        return marks
    }

    /// A marker that does not continue a word or number in Latin letters.
    private static func mark(at position: Int, in half: [Unicode.Scalar]) -> OptionMarker? {
        let isBracket = half[position] == "(" || half[position] == "["
        guard isBracket || half[position].isASCII && half[position].isLetter else { return nil }
        if position > 0, !isBracket, half[position - 1].isASCII, half[position - 1].isLetter { return nil }
        return isInBracket(position, in: half) ? nil : OptionMarker(at: position, in: half)
    }

    /// `（ A ）`: a letter that a bracket opens before is what the bracket holds.
    private static func isInBracket(_ position: Int, in half: [Unicode.Scalar]) -> Bool {
        guard let before = half[..<position].last(where: { !$0.isWhitespace }), before == "(" || before == "[" else {
            return false
        }
        return half[position].isLetter
    }

    private static func isSpaced(_ position: Int, in half: [Unicode.Scalar]) -> Bool {
        position == 0 || half[position - 1].isWhitespace
    }

    private static func cut(_ line: Line, at marks: [Mark]) -> [RawOption] {
        var options: [RawOption] = []
        var (index, start) = (line.index, 0)
        for mark in marks {
            options.append(RawOption(index: index, text: String(line.text[start..<mark.start]).trimmed))
            (index, start) = (mark.marker.index, mark.marker.end)
        }
        options.append(RawOption(index: index, text: String(line.text[min(start, line.text.count)...]).trimmed))
        return withoutDividers(options)
    }

    /// `A、三日；B、七日；C、十日`: semicolons or bars that divide options of one line are no part of them.
    private static func withoutDividers(_ options: [RawOption]) -> [RawOption] {
        func isDivided(_ option: RawOption) -> Bool { option.text.last.map { "；;|｜".contains($0) } ?? false }
        guard options.count > 1, options.dropLast().allSatisfy(isDivided) else { return options }
        return options.map { option in
            isDivided(option) ? RawOption(index: option.index, text: String(option.text.dropLast()).trimmed) : option
        }
    }
}

extension OptionSplitter {
    /// The line begins with the option right before `letter`, or holds it.
    static func begins(_ line: ExamLine, before letter: Int) -> Bool {
        guard let marker = OptionMarker(at: 0, in: line.half) else { return false }
        let text = Array(line.text[marker.end...])
        return marker.index + options(of: [Line(index: marker.index, text: text)]).count == letter
    }

    /// Options that follow the stem on its own line: `……（）。A.一个月 B.二个月`. `nil` unless there are at least A and B,
    /// each with a text.
    static func trailing(in text: [Unicode.Scalar]) -> (stem: [Unicode.Scalar], options: [RawOption])? {
        guard text.count <= limit else { return nil }
        let half = Folded.half(text)
        let starts = half.indices.dropFirst().lazy.filter { start in
            OptionMarker(at: start, in: half)?.index == 0
                && !isInBracket(start, in: half)
                && (half[start - 1].isWhitespace || "。.?)]:_".contains(half[start - 1]))
        }
        // A handful of attempts keeps hostile lines cheap.
        for start in starts.prefix(4) {
            guard let marker = OptionMarker(at: start, in: half) else { continue }
            let pieces = options(of: [Line(index: 0, text: Array(text[marker.end...]))])
            if pieces.count >= 2, pieces.allSatisfy({ !$0.text.isEmpty }) { return (Array(text[..<start]), pieces) }
        }
        return nil
    }
}

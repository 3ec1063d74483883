import ExamModel
import TableFile
import AtomicFile

/// Cuts a text into lines, and lines where a label begins in their middle: `A．三日  B．七日 【答案】A 【解析】……`.
enum LineSplitter {
    /// Longer lines are no exam text.
    private static let limit = 64 << 10
    /// Some two hundred thousand items.
    private static let fileLimit = 48 << 20

    static func lines(of file: TextFile) throws(Refusal) -> [ExamLine] {
        guard file.bytes.count <= fileLimit else {
            throw Refusal(
                .fileTooLarge, at: Place(file: file.name), "试题文本超过 48 MiB，请拆分后再读。",
                "The exam text is larger than 48 MiB; split it.")
        }
        var lines: [ExamLine] = []
        var number = 0
        var start = 0
        let bytes = file.bytes
        while start < bytes.count {
            number += 1
            var end = start
            while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D, end - start <= limit { end += 1 }
            guard end - start <= limit else {
                throw Refusal(
                    .lineTooLong, at: Place(file: file.name, line: number), "此行超过 64 KiB，不像试题文本，请检查换行。",
                    "This line is longer than 64 KiB and no exam text; check the line breaks.")
            }
            lines += parts(of: ExamLine(number: number, text: String(decoding: bytes[start..<end], as: UTF8.self)))
            if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { end += 1 }
            start = end + 1
        }
        return lines
    }

    static func parts(of line: ExamLine) -> [ExamLine] {
        var parts: [ExamLine] = []
        var start = 0
        var last = LineLabel(at: 0, in: line.half)?.field
        var position = 1
        while position < line.half.count {
            guard let label = label(at: position, in: line.half, after: last) else {
                position += 1
                continue
            }
            parts.append(part(of: line, start..<position))
            (start, last) = (position, label.field)
            let isOpen = line.half[position - 1] == "(" && !label.isBracketed
            position = max(label.end, position + 1)
            // `（答案：D）A.一 B.二`: options go on behind the bracket.
            guard isOpen, let close = line.half[position...].prefix(12).firstIndex(of: ")"),
                let marker = line.half[(close + 1)...].firstIndex(where: { !$0.isWhitespace }),
                OptionMarker(at: marker, in: line.half)?.index == 0
            else { continue }
            parts.append(ExamLine(number: line.number, text: line.text[start..<close]))
            (start, last, position) = (marker, nil, marker + 1)
        }
        parts.append(part(of: line, start..<line.text.count))
        return parts
    }

    /// The first characters of labels that may follow others on a line.
    private static let beginnings = Set("[答正参标本试解依难知命分考".unicodeScalars)

    /// Labels in brackets count anywhere; others where something ends, and inside a rationale only those that cannot
    /// belong to its sentence.
    private static func label(at position: Int, in half: [Unicode.Scalar], after last: LineLabel.Field?) -> LineLabel? {
        guard beginnings.contains(half[position]), let label = LineLabel(at: position, in: half) else {
            return nil
        }
        if label.isBracketed { return label }
        let before = half[position - 1]
        guard
            before.isWhitespace || "。.;)]?".contains(before)
                || (before == "(" && (label.field == .answer || last == .answer))
        else {
            return nil
        }
        switch (last, label.field) {
        case (.rationale?, .difficulty), (.rationale?, .topic), (.rationale?, .ignored):
            return before.isWhitespace ? label : nil
        case (.rationale?, _): return nil
        case (nil, .answer): return label
        case (nil, _): return nil
        default: return label
        }
    }

    /// Without the bracket of `（答案：A）`, which the cut leaves open on one side and closed on the other.
    private static func part(of line: ExamLine, _ range: Range<Int>) -> ExamLine {
        var range = range
        if range.upperBound < line.half.count, range.upperBound > range.lowerBound,
            line.half[range.upperBound - 1] == "("
        {
            range = range.lowerBound..<(range.upperBound - 1)
        }
        if range.lowerBound > 0, line.half[range.lowerBound - 1] == "(", line.half[range].last == ")" {
            range = range.lowerBound..<(range.upperBound - 1)
        }
        return ExamLine(number: line.number, text: line.text[range])
    }
}

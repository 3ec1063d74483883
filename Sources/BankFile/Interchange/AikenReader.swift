import ExamModel
import TableFile

/// Reads Aiken: a stem, options `A.` or `A)`, and a line `ANSWER: B`.
enum AikenReader {
    static func isOne(_ file: TextFile) -> Bool {
        String(decoding: file.bytes.prefix(64 << 10), as: UTF8.self).contains(
            /(?m)^ANSWER:[ \t]*[A-Za-z](?:[ ,]*[A-Za-z])*\s*$/)
    }

    static func read(_ file: TextFile) -> RawBank {
        var bank = RawBank()
        var item: RawItem?
        let lines = String(decoding: file.bytes, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (offset, text) in lines.enumerated() {
            let line = ExamLine(number: offset + 1, text: text)
            guard !line.isBlank else { continue }
            var open = item ?? RawItem(place: Place(file: file.name, line: line.number), isStructured: true)
            if line.string.hasPrefix("ANSWER:") {
                open.answers = [line.dropping("ANSWER:".count).string]
                bank.items.append(open)
                item = nil
                continue
            }
            if let marker = OptionMarker(at: 0, in: line.half), !open.stem.isEmpty {
                open.options.append(RawOption(index: marker.index, text: line.dropping(marker.end).string))
            } else if open.options.isEmpty {
                open.stem += (open.stem.isEmpty ? "" : "\n") + line.string
            } else {
                // The last item never got its answer: its refusal is the checker's, and another begins.
                bank.items.append(open)
                open = RawItem(place: Place(file: file.name, line: line.number), isStructured: true)
                open.stem = line.string
            }
            item = open
        }
        if let item { bank.items.append(item) }
        return bank
    }
}

import ExamModel
import Foundation

/// Options that share one cell: with letters, or a line, bar or semicolon between them.
enum CellOptions {
    static func read(_ cell: String) -> [RawOption] {
        if cell.hasPrefix("["), cell.hasSuffix("]"),
            let texts = try? JSONDecoder().decode([String].self, from: Data(cell.utf8))
        {
            // A list as programs write it: ["一", "二"].
            return read(texts.joined(separator: "\n"))
        }
        if cell.contains("$;$") { return read(cell.replacing("$;$", with: "\n")) }
        let cut = cell.split(whereSeparator: \.isNewline).map { ExamLine(number: 0, text: $0) }
        let lines = LineRepair.repaired(cut.filter { !$0.isBlank })
        if let lettered = lettered(lines) { return lettered }
        if let circled = ListedOptions.circled(cell.trimmed) {
            return circled.enumerated().map { RawOption(index: $0.offset, text: $0.element) }
        }
        let dividers: [(Character) -> Bool] = [
            \.isNewline, { $0 == "|" || $0 == "｜" }, { ";；".contains($0) }, { "、,，".contains($0) },
        ]
        let parts = dividers.lazy.map { divider in
            cell.split(whereSeparator: divider).map(\.trimmed).filter { !$0.isEmpty }
        }
        let texts = withoutDashes(parts.first { $0.count > 1 } ?? [cell.trimmed].filter { !$0.isEmpty })
        return texts.enumerated().map { RawOption(index: $0.offset, text: $0.element) }
    }

    /// `A-报酬`, `B-期限` as 报酬, 期限, when every text says its own letter.
    private static func withoutDashes(_ texts: [String]) -> [String] {
        guard texts.first?.contains(where: { $0 == "-" || $0 == "—" }) == true else { return texts }
        let bare = texts.enumerated().compactMap { position, text -> String? in
            guard let mark = text.prefixMatch(of: /([A-Z])\s*[-—]\s*/),
                String(mark.1) == Item.Option.letter(at: position)
            else { return nil }
            return text[mark.range.upperBound...].trimmed
        }
        return bare.count == texts.count && bare.allSatisfy { !$0.isEmpty } ? bare : texts
    }

    /// `nil` unless the cell begins with the letter A. Lines without a letter continue the option before.
    private static func lettered(_ lines: [ExamLine]) -> [RawOption]? {
        guard let first = lines.first, OptionMarker(at: 0, in: first.half)?.index == 0 else { return nil }
        var options: [OptionSplitter.Line] = []
        for line in lines {
            if let marker = OptionMarker(at: 0, in: line.half) {
                options.append(OptionSplitter.Line(index: marker.index, text: line.dropping(marker.end).text))
            } else if let last = options.popLast() {
                options.append(OptionSplitter.Line(index: last.index, text: last.text + line.text))
            }
        }
        return OptionSplitter.options(of: options).map { option in
            var option = option
            while let last = option.text.last, ";；|".contains(last) { option.text.removeLast() }
            return option
        }
    }
}

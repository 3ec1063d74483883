import ExamModel

/// A cell that holds an item's stem with its options below or behind it.
struct StemOptions {
    let stem: String
    let options: [RawOption]

    /// Items answered in words may hold lists; true-false items say nothing but right and wrong.
    func fit(_ type: StatedType) -> Bool {
        switch type {
        case .known(.singleChoice), .known(.multipleChoice), .anyNumber, .unstated: true
        case .known(.trueFalse): JudgementWord.values(of: options.map(\.text)) != nil
        case .known, .unknown: false
        }
    }

    /// `nil` unless there are options A, B, … in their order behind a stem.
    init?(_ cell: String) {
        guard cell.utf8.count < 4000, cell.contains(where: { "AＡ".contains($0) }) else { return nil }
        let cut = cell.split(whereSeparator: \.isNewline).map { ExamLine(number: 0, text: $0) }
        let lines = LineRepair.repaired(cut.filter { !$0.isBlank })
        let first = lines.firstIndex { OptionMarker(at: 0, in: $0.half)?.index == 0 }
        if let first, first > 0 {
            stem = lines[..<first].map(\.string).joined(separator: "\n")
            options = CellOptions.read(lines[first...].map(\.string).joined(separator: "\n"))
        } else if let last = lines.last, let (rest, found) = OptionSplitter.trailing(in: last.text) {
            stem = (lines.dropLast().map(\.string) + [String(rest)]).joined(separator: "\n")
            options = found
        } else {
            return nil
        }
        guard options.count >= 2, options.enumerated().allSatisfy({ $0.offset == $0.element.index }) else { return nil }
    }
}

/// A key at the end of a text that nothing announces: `1-5 ABCDE` behind the last item.
enum BareKey {
    /// Where it begins; `nil` when the text states any answer elsewhere, or its last lines are none of a key.
    static func start(in lines: [ExamLine], _ kinds: [LineKind]) -> Int? {
        guard !kinds.contains(where: statesAnswer) else { return nil }
        var start: Int?
        var count = 0
        for index in lines.indices.reversed() {
            if case .blank = kinds[index] { continue }
            if case .furniture = kinds[index] { continue }
            if case .heading(let heading) = kinds[index], heading.type != nil, start != nil {
                // 单选题 above its answers, not above the last items.
                start = index
                continue
            }
            guard let entries = KeyLineParser.entries(of: lines[index]), entries.count > 1 else { break }
            (start, count) = (index, count + entries.count)
        }
        return count > 2 ? start : nil
    }

    private static func statesAnswer(_ kind: LineKind) -> Bool {
        switch kind {
        case .keyHeading: true
        case .label(let label): label.field == .answer
        default: false
        }
    }
}

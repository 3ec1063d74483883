/// Headers and footers of printed pages, which copying leaves between and inside items.
enum RunningHead {
    /// Lines that stand at page numbers again and again become furniture; a stem or option never stands so.
    static func marked(_ kinds: [LineKind], _ lines: [ExamLine]) -> [LineKind] {
        let kinds = withoutPageFractions(kinds, lines)
        var counts: [[Unicode.Scalar]: (all: Int, atPage: Int)] = [:]
        for index in lines.indices where isCandidate(kinds[index], lines[index]) {
            counts[lines[index].half, default: (0, 0)].all += 1
            if isAtPageNumber(index, kinds) { counts[lines[index].half, default: (0, 0)].atPage += 1 }
        }
        let heads = Set(counts.filter { $0.value.all >= 2 && $0.value.atPage * 2 >= $0.value.all }.keys)
        guard !heads.isEmpty else { return kinds }
        return zip(kinds, lines).map { kind, line in
            isCandidate(kind, line) && heads.contains(line.half) ? .furniture : kind
        }
    }

    /// `1 / 2` alone on a line is a page number when `2 / 2` follows further down.
    private static func withoutPageFractions(_ kinds: [LineKind], _ lines: [ExamLine]) -> [LineKind] {
        var pages: [Int: [(index: Int, page: Int)]] = [:]
        for index in lines.indices where kinds[index].isText && lines[index].half.count <= 9 {
            guard let match = String(lines[index].half).wholeMatch(of: /(\d{1,3})\s*\/\s*(\d{1,3})/),
                let page = Int(match.1), let all = Int(match.2), page <= all
            else { continue }
            pages[all, default: []].append((index, page))
        }
        var kinds = kinds
        for numbered in pages.values where numbered.count > 1 {
            guard zip(numbered, numbered.dropFirst()).allSatisfy({ $0.page + 1 == $1.page }) else { continue }
            for (index, _) in numbered { kinds[index] = .furniture }
        }
        return kinds
    }

    /// Short text without the marks of a sentence or of something to fill in.
    private static func isCandidate(_ kind: LineKind, _ line: ExamLine) -> Bool {
        switch kind {
        case .text: break
        case .heading(let heading): if heading.type != nil { return false }
        default: return false
        }
        return (2...60).contains(line.half.count) && !line.half.contains { "。?!;()_".contains($0) }
    }

    /// The nearest line before or after that is not blank is furniture.
    private static func isAtPageNumber(_ index: Int, _ kinds: [LineKind]) -> Bool {
        for step in [-1, 1] {
            var next = index + step
            while kinds.indices.contains(next), abs(next - index) <= 3 {
                if case .furniture = kinds[next] { return true }
                guard case .blank = kinds[next] else { break }
                next += step
            }
        }
        return false
    }
}

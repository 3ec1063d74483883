/// Page numbers that stand alone on lines without any mark. One such line may as well be the end of a sentence; the whole
/// file tells.
enum PageNumbers {
    private struct Candidate {
        /// Position in the file's lines.
        let index: Int
        let value: Int
        /// How many lines that are not blank stand before it.
        let height: Int
    }

    /// Fewer lines than these no page has.
    private static let shortestPage = 4

    /// `12` and nothing else.
    static func value(of line: ExamLine) -> Int? {
        guard (1...4).contains(line.half.count), line.half.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return Int(String(line.half)).flatMap { $0 > 0 ? $0 : nil }
    }

    /// Lines that rise by one from page to page, the pages being about as long as each other, become furniture.
    static func marked(_ kinds: [LineKind], _ lines: [ExamLine]) -> [LineKind] {
        var candidates = candidates(in: lines, kinds)
        var kinds = kinds
        while true {
            let chain = longestChain(in: candidates)
            guard isProven(chain, lines, kinds) else { return kinds }
            for page in chain { kinds[page.index] = .furniture }
            let taken = Set(chain.map(\.index))
            candidates.removeAll { taken.contains($0.index) }
        }
    }

    private static func candidates(in lines: [ExamLine], _ kinds: [LineKind]) -> [Candidate] {
        var candidates: [Candidate] = []
        var height = 0
        var isAnswer = false
        for index in lines.indices where !lines[index].isBlank {
            // An answer may stand below the word that announces it.
            if !isAnswer, kinds[index].isText, let value = value(of: lines[index]) {
                candidates.append(Candidate(index: index, value: value, height: height))
            }
            isAnswer = announcesAnswer(kinds[index], lines[index])
            height += 1
        }
        return candidates
    }

    private static func announcesAnswer(_ kind: LineKind, _ line: ExamLine) -> Bool {
        switch kind {
        case .keyHeading: true
        case .label(let label): label.field == .answer && label.end >= line.half.count
        default: false
        }
    }

    /// The most candidates of which each is one more than the one before, with a page between them.
    private static func longestChain(in candidates: [Candidate]) -> [Candidate] {
        var before: [Int?] = Array(repeating: nil, count: candidates.count)
        var lengths = Array(repeating: 1, count: candidates.count)
        var latest: [Int: [Int]] = [:]
        for (position, candidate) in candidates.enumerated() {
            let previous = latest[candidate.value - 1]?.last {
                candidate.height - candidates[$0].height > shortestPage
            }
            if let previous { (before[position], lengths[position]) = (previous, lengths[previous] + 1) }
            let rival = latest[candidate.value]?.last
            // The longer way to a number counts, and of two equal ones the first.
            if rival.map({ lengths[$0] < lengths[position] }) ?? true {
                latest[candidate.value, default: []].append(position)
            }
        }
        var chain: [Candidate] = []
        var position = lengths.indices.max { (lengths[$0], -$0) < (lengths[$1], -$1) }
        while let found = position {
            chain.append(candidates[found])
            position = before[found]
        }
        return chain.reversed()
    }

    /// Three pages or more of about one length; or fewer that begin with 1 and of which the last ends the file, each below
    /// a line that is at its end.
    private static func isProven(_ chain: [Candidate], _ lines: [ExamLine], _ kinds: [LineKind]) -> Bool {
        guard let first = chain.first, let last = chain.last else { return false }
        let gaps = zip(chain, chain.dropFirst()).map { $1.height - $0.height }.sorted()
        if chain.count > 2 { return chain.count > 4 || gaps[gaps.count - 1] <= 4 * gaps[gaps.count / 2] }
        let isLast = !lines[(last.index + 1)...].contains { !$0.isBlank }
        return first.value == 1 && isLast && chain.allSatisfy { isEnded(before: $0.index, lines) }
    }

    private static func isEnded(before index: Int, _ lines: [ExamLine]) -> Bool {
        guard let end = lines[..<index].last(where: { !$0.isBlank })?.half.last else { return false }
        return "。.;；!?)]》".contains(end)
    }
}

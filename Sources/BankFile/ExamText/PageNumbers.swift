/// Page numbers that stand alone on lines without any mark. One such line may as well be the end of a sentence; the whole
/// file tells, and what stands around it.
struct PageNumbers {
    private struct Candidate {
        /// Position in the file's lines.
        let index: Int
        let value: Int
        /// How many lines that are not blank stand before it.
        let height: Int
        /// Something begins below it.
        let isBeforeNew: Bool
        /// And what stands above it is at its end.
        let isBetween: Bool
    }

    /// As few lines as these no page has, unless something begins below it.
    private static let shortPage = 4
    private static let shortestPage = 2

    private let lines: [ExamLine]
    /// With page numbers as furniture.
    private(set) var kinds: [LineKind]
    /// Lines that are page numbers to all appearance, without others to compare them with.
    private(set) var single: [Int] = []

    /// `12` and nothing else.
    static func value(of line: ExamLine) -> Int? {
        guard (1...4).contains(line.half.count), line.half.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return Int(String(line.half)).flatMap { $0 > 0 ? $0 : nil }
    }

    init(_ kinds: [LineKind], _ lines: [ExamLine]) {
        (self.kinds, self.lines) = (kinds, lines)
        var candidates = candidates()
        while true {
            let chain = Self.longestChain(in: candidates)
            guard isProven(chain) else { break }
            for page in chain { self.kinds[page.index] = .furniture }
            let taken = Set(chain.map(\.index))
            candidates.removeAll { taken.contains($0.index) }
        }
        single = candidates.filter(\.isBetween).map(\.index)
        for index in single { self.kinds[index] = .furniture }
    }

    private func candidates() -> [Candidate] {
        var candidates: [Candidate] = []
        var height = 0
        var last: Int?
        let width = Self.width(of: lines)
        for index in lines.indices where !lines[index].isBlank {
            // An answer may stand below the word that announces it, and another below that.
            let isAnswer = last.map { announcesAnswer($0) || Self.value(of: lines[$0]) != nil } ?? false
            if !isAnswer, kinds[index].isText, let value = Self.value(of: lines[index]) {
                let isBeforeNew = isBegun(below: index)
                let isBehindEnd = last.map { isEnded($0, width: width) } ?? false
                candidates.append(
                    Candidate(
                        index: index, value: value, height: height, isBeforeNew: isBeforeNew,
                        isBetween: isBeforeNew && isBehindEnd))
            }
            last = index
            height += 1
        }
        return candidates
    }

    private func announcesAnswer(_ index: Int) -> Bool {
        switch kinds[index] {
        case .keyHeading: true
        case .label(let label): label.field == .answer && label.end >= lines[index].half.count
        default: false
        }
    }

    /// How long lines get before they are wrapped: nearly the longest.
    private static func width(of lines: [ExamLine]) -> Int {
        let lengths = lines.map(\.half.count).sorted()
        return lengths.isEmpty ? 0 : lengths[lengths.count * 19 / 20]
    }

    /// A sentence ends here, or a short line that no page broke: options and answers. A stem says by its last mark that
    /// it is whole.
    private func isEnded(_ index: Int, width: Int) -> Bool {
        let half = lines[index].half
        guard let end = half.last else { return false }
        if "。.;；!?)]》”".contains(end) { return true }
        switch kinds[index] {
        case .option, .label: return half.count * 5 < width * 4 && !"为是约达计满于第至过共等每的".contains(end)
        default: return false
        }
    }

    private func isBegun(below index: Int) -> Bool {
        guard let next = lines[(index + 1)...].firstIndex(where: { !$0.isBlank }) else { return true }
        switch kinds[next] {
        case .numbered, .option, .heading, .label, .keyHeading: return true
        case .blank, .furniture, .text: return false
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

    /// Three pages or more of about one length, none too short unless something begins below each; or
    /// fewer that begin with 1 and of which the last ends the file.
    private func isProven(_ chain: [Candidate]) -> Bool {
        guard let first = chain.first, let last = chain.last else { return false }
        let gaps = zip(chain, chain.dropFirst()).map { $1.height - $0.height }.sorted()
        if chain.count > 2 {
            guard gaps[0] > Self.shortPage || chain.allSatisfy(\.isBeforeNew) else { return false }
            return chain.count > 4 || gaps[gaps.count - 1] <= 4 * gaps[gaps.count / 2]
        }
        let isLast = !lines[(last.index + 1)...].contains { !$0.isBlank }
        return first.value == 1 && isLast && chain.allSatisfy(\.isBetween)
    }
}

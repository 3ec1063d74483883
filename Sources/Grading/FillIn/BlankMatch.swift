import ExamModel

/// Which blanks of a fill-in item were filled rightly.
struct BlankMatch {
    /// One entry a written text: whether it is right where it stands, or, in any order, right for some blank that no
    /// other text takes.
    let isRight: [Bool]

    var hits: Int { isRight.count(where: \.self) }

    init(_ written: [String], accepted: [AcceptedBlank], anyOrder: Bool) {
        guard anyOrder else {
            isRight = written.enumerated().map { accepted.indices.contains($0) && accepted[$0].accepts($1) }
            return
        }
        var assignment = Assignment(
            edges: written.map { text in accepted.indices.filter { accepted[$0].accepts(text) } })
        isRight = written.indices.map { assignment.place($0) }
    }
}

/// The largest number of texts that can each have a blank of their own (augmenting paths, Kuhn 1955).
private struct Assignment {
    let edges: [[Int]]
    private var owners: [Int: Int] = [:]

    init(edges: [[Int]]) {
        self.edges = edges
    }

    /// Finds a blank for `text`, moving earlier texts to other blanks where that helps. Texts placed stay placed.
    mutating func place(_ text: Int) -> Bool {
        var seen: Set<Int> = []
        return place(text, &seen)
    }

    private mutating func place(_ text: Int, _ seen: inout Set<Int>) -> Bool {
        for blank in edges[text] where seen.insert(blank).inserted {
            if let owner = owners[blank], !place(owner, &seen) { continue }
            owners[blank] = text
            return true
        }
        return false
    }
}

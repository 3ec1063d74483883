import ExamModel

/// Finds texts that are nearly the same: pairs whose sets of character shingles have a Jaccard similarity (shared shingles
/// over all shingles of the two) of at least a threshold.
///
/// Two sets that are so similar share some of the rarest shingles of either (prefix filtering: Chaudhuri, Ganti and
/// Kaushik, "A primitive operator for similarity joins in data cleaning", 2006; with several shingles at once: Wang, Li
/// and Feng, "Can we beat the prefix filtering?", 2012), so that only texts with such shingles in common are compared,
/// and those exactly. Nothing is left to chance. Where hundreds of texts share their rarest shingles, as in thousands
/// written to one template, only the nearest of them in the list are compared: the work stays in proportion to the
/// number of texts.
package struct NearDuplicates {
    /// How many texts with the same shingle are looked at for one text, and how many in all.
    static let siblingLimit = 500
    static let searchLimit = 2000
    /// How many of those are compared in full.
    static let comparisonLimit = 100
    /// How many of their rarest shingles two texts must share to be compared.
    private static let sharedShingles = 3
    /// How many pairs are kept for each text: with those most like it among the earlier ones.
    package static let pairsPerText = 5

    /// Two texts by their places in the list, the earlier one first.
    package struct Pair: Hashable, Sendable {
        package let first: Int
        package let second: Int
        /// Thousandths, rounded down: 1000 for texts of the same shingles.
        package let similarity: Int
    }

    private let sets: ShingleSets
    /// Thousandths.
    private let threshold: Int

    /// - Parameters:
    ///   - texts: the fields of each text, in normal form.
    ///   - threshold: thousandths, 500 to 1000.
    package init(_ texts: [[String]], threshold: Int) {
        sets = ShingleSets(texts)
        self.threshold = min(max(threshold, 500), 1000)
    }

    /// The pairs, most similar first, then in the order of the list. A pair's later text stands at `begin` or behind it.
    package func pairs(from begin: Int = 0) -> [Pair] {
        let indices = 0..<sets.count
        var search = SiblingSearch(sets, prefixes: indices.map(prefixLength), needed: indices.map(needed))
        var pairs: [Pair] = []
        for index in indices where sets.size(index) > 0 {
            if index >= begin { pairs += nearest(to: index, among: search.candidates(of: index)) }
            search.add(index)
        }
        return pairs.sorted { left, right in
            (-left.similarity, left.first, left.second) < (-right.similarity, right.first, right.second)
        }
    }

    /// How many shingles a similar text must share at least, as far as that is asked for.
    private func needed(_ index: Int) -> Int {
        min(Self.sharedShingles, (sets.size(index) * threshold + 999) / 1000)
    }

    /// How many of a text's rarest shingles must be looked at to meet as many as are needed: all but those that a
    /// similar text may lack.
    private func prefixLength(_ index: Int) -> Int {
        let size = sets.size(index)
        return size == 0 ? 0 : size - (size * threshold + 999) / 1000 + needed(index)
    }

    private func nearest(to index: Int, among candidates: [Int]) -> [Pair] {
        var found: [Pair] = []
        for candidate in candidates {
            let similarity = similarity(index, candidate)
            guard similarity >= threshold else { continue }
            found.append(Pair(first: candidate, second: index, similarity: similarity))
        }
        found.sort { ($0.similarity, $0.first) > ($1.similarity, $1.first) }
        return Array(found.prefix(Self.pairsPerText))
    }

    /// Thousandths; 0 where the sizes alone rule the threshold out.
    private func similarity(_ left: Int, _ right: Int) -> Int {
        let (small, large) = (min(sets.size(left), sets.size(right)), max(sets.size(left), sets.size(right)))
        guard small * 1000 >= large * threshold else { return 0 }
        let shared = sets.shared(left, right)
        return shared * 1000 / (small + large - shared)
    }
}

/// Texts by their rarest shingles: which of those added before share some with a text.
struct SiblingSearch {
    struct Candidate {
        let index: Int
        /// How many of the rarest shingles of both are the same.
        var shared: Int
    }

    /// An entry of a list of texts with shingles of one bucket; the newest stands first.
    private struct Node {
        let index: Int32
        let next: Int32
    }

    private let sets: ShingleSets
    private var heads = [Int32](repeating: -1, count: ShingleSets.bucketCount)
    private var nodes: [Node] = []
    /// How often a text was met in the search at hand; zero between searches.
    private var met: [Int32]

    init(_ sets: ShingleSets) {
        self.sets = sets
        met = [Int32](repeating: 0, count: sets.count)
    }

    mutating func add(_ index: Int, prefix: Int) {
        let start = sets.starts[index]
        for place in start..<start + prefix {
            let bucket = ShingleSets.bucket(sets.shingles[place])
            nodes.append(Node(index: Int32(truncatingIfNeeded: index), next: heads[bucket]))
            heads[bucket] = Int32(truncatingIfNeeded: nodes.count - 1)
        }
    }

    /// The texts that share shingles, those with the most first, then the newest first.
    mutating func candidates(of index: Int, prefix: Int) -> [Candidate] {
        var found: [Int32] = []
        let start = sets.starts[index]
        for place in start..<start + prefix {
            var node = heads[ShingleSets.bucket(sets.shingles[place])]
            var seen = 0
            while node >= 0, seen < NearDuplicates.siblingLimit {
                let entry = nodes[Int(node)]
                if met[Int(entry.index)] == 0 { found.append(entry.index) }
                met[Int(entry.index)] += 1
                node = entry.next
                seen += 1
            }
        }
        let candidates = found.map { Candidate(index: Int($0), shared: Int(met[Int($0)])) }
        for index in found { met[Int(index)] = 0 }
        return candidates.sorted { ($0.shared, $0.index) > ($1.shared, $1.index) }
    }
}

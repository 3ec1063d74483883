/// Texts by their rarest shingles: which of those before it share some with a text.
struct SiblingSearch {
    private let sets: ShingleSets
    /// How many of each text's rarest shingles are listed.
    private let prefixes: [Int]
    /// How many of those a text must share with one like it.
    private let needed: [UInt16]
    /// The texts of all buckets, bucket behind bucket, each in the order of the list.
    private var lists: [Int32]
    /// Where each bucket's list begins, and where it ends as far as texts were added.
    private var starts: [Int32]
    private var ends: [Int32]
    /// How often a text was met in the search at hand; zero between searches.
    private var met: [UInt16]

    init(_ sets: ShingleSets, prefixes: [Int], needed: [Int]) {
        self.sets = sets
        self.prefixes = prefixes
        self.needed = needed.map { UInt16(clamping: $0) }
        met = [UInt16](repeating: 0, count: sets.count)
        starts = [Int32](repeating: 0, count: ShingleSets.bucketCount + 1)
        for index in 0..<sets.count {
            for place in sets.starts[index]..<sets.starts[index] + prefixes[index] {
                starts[ShingleSets.bucket(sets.shingles[place]) + 1] += 1
            }
        }
        for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
        ends = starts
        lists = [Int32](repeating: 0, count: Int(starts[starts.count - 1]))
    }

    mutating func add(_ index: Int) {
        for place in sets.starts[index]..<sets.starts[index] + prefixes[index] {
            let bucket = ShingleSets.bucket(sets.shingles[place])
            lists[Int(ends[bucket])] = Int32(truncatingIfNeeded: index)
            ends[bucket] += 1
        }
    }

    /// The earlier texts of which enough listed shingles were met, those with the most first, then the newest.
    mutating func candidates(of index: Int) -> [Int] {
        let found = meet(index)
        var candidates: [(met: UInt16, index: Int32)] = []
        for other in found {
            let count = met[Int(other)]
            met[Int(other)] = 0
            guard count >= needed[index] || count >= needed[Int(other)] else { continue }
            candidates.append((count, other))
        }
        candidates.sort { ($0.met, $0.index) > ($1.met, $1.index) }
        return candidates.prefix(NearDuplicates.comparisonLimit).map { Int($0.index) }
    }

    /// Counts in `met` how many of its listed shingles each earlier text shares, and names those texts.
    private mutating func meet(_ index: Int) -> [Int32] {
        var found: [Int32] = []
        var budget = NearDuplicates.searchLimit
        for place in sets.starts[index]..<sets.starts[index] + prefixes[index] where budget > 0 {
            let bucket = ShingleSets.bucket(sets.shingles[place])
            let (start, end) = (Int(starts[bucket]), Int(ends[bucket]))
            let first = max(start, end - min(NearDuplicates.siblingLimit, budget))
            budget -= end - first
            lists[first..<end].withUnsafeBufferPointer { list in
                met.withUnsafeMutableBufferPointer { met in
                    for other in list.reversed() {
                        if met[Int(other)] == 0 { found.append(other) }
                        met[Int(other)] &+= 1
                    }
                }
            }
        }
        return found
    }
}

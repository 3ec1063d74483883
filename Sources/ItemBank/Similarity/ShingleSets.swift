import ExamModel

/// The shingles (pairs of neighbouring characters) of many texts, each text's as a set, the rarest over all texts first.
///
/// Sets leave the order of fields out of account, so that options in another order change nothing. What stands in a text
/// twice is in its set twice, as two shingles.
struct ShingleSets {
    /// Buckets in which shingles are counted; two shingles in one bucket only look more common than they are.
    private static let bucketBits: UInt64 = 21
    /// Two characters of 21 bits each, and how often they stood in the same text before, up to 7; the bits above hold how
    /// often the shingle occurs in all texts.
    private static let characterBits: UInt64 = 42
    private static let shingleBits: UInt64 = characterBits + 3
    private static let shingleMask: UInt64 = 1 << shingleBits - 1
    private static let frequencyLimit: UInt64 = 1 << (64 - shingleBits) - 1

    /// All sets, one behind the other, each in the order of rarity.
    private(set) var shingles: [UInt64] = []
    /// Where each set begins; one more than there are sets.
    private(set) var starts: [Int] = [0]

    /// - Parameter texts: the fields of each text, in normal form. No shingle reaches from one field into the next.
    init(_ texts: [[String]]) {
        shingles.reserveCapacity(texts.count * 64)
        starts.reserveCapacity(texts.count + 1)
        var set: [UInt64] = []
        for fields in texts {
            set.removeAll(keepingCapacity: true)
            for field in fields { Self.collect(field, into: &set) }
            set.sort()
            appendCounted(set)
            starts.append(shingles.count)
        }
        sortByRarity()
    }

    var count: Int { starts.count - 1 }

    func size(_ index: Int) -> Int { starts[index + 1] - starts[index] }

    /// Where the texts with a shingle are listed.
    static func bucket(_ shingle: UInt64) -> Int {
        Int(truncatingIfNeeded: ((shingle & shingleMask) &* 0x9e37_79b9_7f4a_7c15) >> (64 - bucketBits))
    }

    static var bucketCount: Int { 1 << Int(bucketBits) }

    /// Adds a sorted list; what stands there again counts as another shingle.
    private mutating func appendCounted(_ sorted: [UInt64]) {
        var (previous, times) = (UInt64.max, UInt64(0))
        for shingle in sorted {
            times = shingle == previous ? min(times + 1, 7) : 0
            previous = shingle
            shingles.append(shingle | times << Self.characterBits)
        }
    }

    private static func collect(_ field: String, into set: inout [UInt64]) {
        var previous: UInt64 = 0
        var length = 0
        for scalar in field.unicodeScalars {
            let value = UInt64(scalar.value)
            if length > 0 { set.append(previous << 21 | value) }
            previous = value
            length += 1
        }
        if length == 1 { set.append(previous) }
    }

    /// Puts how often a shingle occurs above its characters, so that the order of the numbers is that of rarity.
    private mutating func sortByRarity() {
        var frequency = [UInt64](repeating: 0, count: Self.bucketCount)
        for shingle in shingles { frequency[Self.bucket(shingle)] += 1 }
        for place in shingles.indices {
            let often = min(frequency[Self.bucket(shingles[place])], Self.frequencyLimit)
            shingles[place] |= often << Self.shingleBits
        }
        for index in 0..<count { shingles[starts[index]..<starts[index + 1]].sort() }
    }

    /// How many shingles two sets have in common.
    func shared(_ left: Int, _ right: Int) -> Int {
        var (one, other) = (starts[left], starts[right])
        let (oneEnd, otherEnd) = (starts[left + 1], starts[right + 1])
        var shared = 0
        while one < oneEnd, other < otherEnd {
            let (first, second) = (shingles[one], shingles[other])
            if first == second { shared += 1 }
            if first <= second { one += 1 }
            if second <= first { other += 1 }
        }
        return shared
    }
}

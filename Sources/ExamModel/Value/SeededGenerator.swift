/// The generator behind every draw: xoshiro256** (Blackman and Vigna, "Scrambled linear pseudorandom number
/// generators", 2021), the same on every machine.
///
/// The state is the seed's four words, each combined with the stream's name: FNV-1a (64 bit) of its UTF-8 starts a
/// SplitMix64 whose outputs are added to the words; the last bit of the state is set, so that it is never all zero.
/// Different names give independent streams from one seed.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    package init(_ seed: Seed, stream: String) {
        var mixer = stream.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        func mixed(_ word: UInt64) -> UInt64 {
            mixer &+= 0x9e37_79b9_7f4a_7c15
            var value = mixer &+ word
            value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
            value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
            return value ^ (value >> 31)
        }
        state = (mixed(seed.words[0]), mixed(seed.words[1]), mixed(seed.words[2]), mixed(seed.words[3]) | 1)
    }

    package mutating func next() -> UInt64 {
        let result = Self.rotate(state.1 &* 5, by: 7) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = Self.rotate(state.3, by: 45)
        return result
    }

    /// A number in `0..<bound` without bias: the high word of the product, redrawn below the threshold
    /// (Lemire, "Fast random integer generation in an interval", 2019). `bound` must be positive.
    package mutating func below(_ bound: Int) -> Int {
        let range = UInt64(bound)
        var product = next().multipliedFullWidth(by: range)
        while product.low < range, product.low < (0 &- range) % range {
            product = next().multipliedFullWidth(by: range)
        }
        return Int(product.high)
    }

    /// Fisher–Yates from the last element down, drawing with ``below(_:)``: specified here because the standard
    /// library's shuffle may change between releases.
    package mutating func shuffle<Element>(_ elements: inout [Element]) {
        for last in stride(from: elements.count - 1, to: 0, by: -1) {
            elements.swapAt(last, below(last + 1))
        }
    }

    private static func rotate(_ value: UInt64, by count: UInt64) -> UInt64 {
        (value << count) | (value >> (64 - count))
    }
}

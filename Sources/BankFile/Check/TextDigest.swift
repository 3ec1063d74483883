/// What stands for a text where only sameness counts: 128 bits under keys that are drawn anew for every process, so that
/// nobody can write two texts that share them.
struct TextDigest: Hashable, Comparable, Sendable {
    private let first: Int
    private let second: Int

    /// As evenly spread as a hash.
    var bits: Int { first }

    init(_ text: String) {
        var text = text
        var hasher = Hasher()
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        self.init(hasher)
    }

    init(_ parts: [TextDigest]) {
        var hasher = Hasher()
        hasher.combine(parts)
        self.init(hasher)
    }

    /// Two ends of one state, which is wider than both.
    private init(_ hasher: Hasher) {
        var other = hasher
        other.combine(1 as UInt8)
        (first, second) = (hasher.finalize(), other.finalize())
    }

    static func < (left: TextDigest, right: TextDigest) -> Bool {
        (left.first, left.second) < (right.first, right.second)
    }
}

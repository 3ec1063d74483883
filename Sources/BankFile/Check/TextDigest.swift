/// What stands for a text where only sameness counts: 128 bits under keys that are drawn anew for every process, so that
/// nobody can write two texts that share them.
struct TextDigest: Hashable, Comparable, Sendable {
    private let first: Int
    private let second: Int

    init(_ text: String) {
        var text = text
        (first, second) = text.withUTF8 { bytes in
            func value(_ salt: UInt8) -> Int {
                var hasher = Hasher()
                hasher.combine(salt)
                hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
                return hasher.finalize()
            }
            return (value(1), value(2))
        }
    }

    init(_ parts: [TextDigest]) {
        func value(_ salt: UInt8) -> Int {
            var hasher = Hasher()
            hasher.combine(salt)
            hasher.combine(parts)
            return hasher.finalize()
        }
        (first, second) = (value(1), value(2))
    }

    static func < (left: TextDigest, right: TextDigest) -> Bool {
        (left.first, left.second) < (right.first, right.second)
    }
}

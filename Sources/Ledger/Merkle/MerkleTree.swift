import Foundation
package import Sealing

/// A Merkle hash tree over digests, as RFC 6962 (section 2.1) builds it with SHA-256: a leaf is the hash of 0x00 and the
/// entry's 32 bytes, a node that of 0x01 and both children, and a tree of n leaves splits at the largest power of two
/// below n. Whoever knows the root can be shown that one entry is in it, and learns nothing of the others.
package struct MerkleTree: Sendable {
    /// What the tree stands over, in its order.
    package let entries: [Digest]
    /// The levels from the leaves up; a last node without a sibling goes up as it is, which gives RFC 6962's splits.
    private let levels: [[Digest]]

    package init(_ entries: [Digest]) {
        self.entries = entries
        var levels = [entries.map(Self.leaf)]
        while let level = levels.last, level.count > 1 { levels.append(Self.parents(of: level)) }
        self.levels = levels
    }

    /// The hash of the whole tree; that of nothing when there are no entries.
    package var root: Digest {
        levels.last?.first ?? Digest(of: Data())
    }

    /// The path from the entry at `index` (from 0) to the root. Nil when there is no such entry.
    package func proof(of index: Int) -> InclusionProof? {
        guard entries.indices.contains(index) else { return nil }
        var path: [Digest] = []
        var position = index
        for level in levels.dropLast() {
            let sibling = position ^ 1
            if level.indices.contains(sibling) { path.append(level[sibling]) }
            position /= 2
        }
        return InclusionProof(index: index, size: entries.count, path: path)
    }

    static func leaf(_ entry: Digest) -> Digest {
        Digest(of: Data([0x00] + entry.bytes))
    }

    static func node(_ left: Digest, _ right: Digest) -> Digest {
        Digest(of: Data([0x01] + left.bytes + right.bytes))
    }

    private static func parents(of level: [Digest]) -> [Digest] {
        stride(from: 0, to: level.count, by: 2).map { index in
            index + 1 < level.count ? node(level[index], level[index + 1]) : level[index]
        }
    }
}

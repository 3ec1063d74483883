package import Sealing

/// That an entry stands at `index` in a tree of `size` entries (RFC 6962, 2.1.1): the siblings on the way to the root,
/// from the leaf up.
package struct InclusionProof: Hashable, Sendable, Codable {
    /// Counts from 0.
    package let index: Int
    package let size: Int
    package let path: [Digest]

    package init(index: Int, size: Int, path: [Digest]) {
        self.index = index
        self.size = size
        self.path = path
    }

    /// The root that this path leads to from `entry` (RFC 9162, 2.1.3.2). Nil when the path has not the length that
    /// index and size ask for.
    package func root(from entry: Digest) -> Digest? {
        guard index >= 0, index < size else { return nil }
        var (node, last) = (index, size - 1)
        var hash = MerkleTree.leaf(entry)
        var rest = path[...]
        while last > 0 {
            if node % 2 == 1 {
                guard let sibling = rest.popFirst() else { return nil }
                hash = MerkleTree.node(sibling, hash)
            } else if node < last {
                guard let sibling = rest.popFirst() else { return nil }
                hash = MerkleTree.node(hash, sibling)
            }
            (node, last) = (node / 2, last / 2)
        }
        return rest.isEmpty ? hash : nil
    }
}

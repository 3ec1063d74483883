package import Sealing

/// A file or value that a stage read or made, named so that anyone can find and hash it again.
package struct LedgerArtifact: Hashable, Sendable, Codable {
    /// A path relative to the exam's folder, or the name of a value.
    package let name: String
    package let sha256: Digest

    package init(name: String, sha256: Digest) {
        self.name = name
        self.sha256 = sha256
    }
}

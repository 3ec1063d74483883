import Foundation
package import Sealing

/// What a manifest says of one part: its exact bytes.
package struct PackagePart: Hashable, Sendable, Codable {
    package let name: String
    package let bytes: Int
    package let sha256: Digest
    /// Of a part that will be opened to everybody after the exam: the hash of what is encrypted in it, nonce and padding
    /// included. A commitment, see ``SealedContent``. Not in version 1.
    package let contentSha256: Digest?

    init(name: String, data: Data, content: Digest? = nil) {
        self.name = name
        bytes = data.count
        sha256 = Digest(of: data)
        contentSha256 = content
    }
}

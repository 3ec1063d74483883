import Foundation
package import Sealing

/// What a manifest says of one part: its exact bytes.
package struct PackagePart: Hashable, Sendable, Codable {
    package let name: String
    package let bytes: Int
    package let sha256: Digest

    init(name: String, data: Data) {
        self.name = name
        bytes = data.count
        sha256 = Digest(of: data)
    }
}

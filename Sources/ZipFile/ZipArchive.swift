package import Foundation

/// The entries of a zip archive, in the order of its directory. Names are unique, relative and never leave the archive.
package struct ZipArchive: Sendable {
    package struct Entry: Hashable, Sendable {
        package let name: String
        package let data: Data

        package init(name: String, data: Data) {
            self.name = name
            self.data = data
        }
    }

    package let entries: [Entry]
    private let positions: [String: Int]

    init(entries: [Entry]) {
        self.entries = entries
        positions = Dictionary(entries.indices.map { (entries[$0].name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package subscript(name: String) -> Data? {
        positions[name].map { entries[$0].data }
    }
}

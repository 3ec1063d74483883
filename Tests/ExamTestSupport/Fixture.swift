package import Foundation

/// The files of `Tests/Fixtures`.
package enum Fixture {
    package static func url(_ name: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures").appending(path: name)
    }

    package static func data(_ name: String) throws -> Data {
        try Data(contentsOf: url(name))
    }
}

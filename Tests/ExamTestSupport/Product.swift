import Foundation

/// The executables that this package builds, beside the test bundle.
package enum Product {
    package static func path(_ name: String) throws -> String {
        let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
        let url = URL(filePath: bundle).deletingLastPathComponent().appending(path: name)
        guard FileManager.default.isExecutableFile(atPath: url.path) else { throw CocoaError(.fileNoSuchFile) }
        return url.path
    }
}

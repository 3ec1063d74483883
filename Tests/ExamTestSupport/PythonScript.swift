package import Foundation

/// A script of Tests/Fixtures, run by the machine's own python3.
package struct PythonScript {
    package struct Failure: Error {
        package let status: Int32
        package let message: String
    }

    private let url: URL

    package init(_ name: String) {
        url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/\(name)")
    }

    /// What the script writes, having read `input`.
    package func run(_ arguments: [String] = [], input: Data = Data()) throws -> Data {
        let folder = try ScratchFolder()
        let (inputFile, errorFile) = (folder.url.appending(path: "input"), folder.url.appending(path: "errors"))
        try input.write(to: inputFile)
        try Data().write(to: errorFile)

        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", url.path] + arguments
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        process.standardError = try FileHandle(forWritingTo: errorFile)
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let result = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let message = String(decoding: try Data(contentsOf: errorFile), as: UTF8.self)
            throw Failure(status: process.terminationStatus, message: message)
        }
        return result
    }
}

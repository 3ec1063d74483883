package import Foundation

/// A command of the system, run in a folder: the judge that is not our software.
package struct Command {
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    /// Runs `name` with `arguments`, gives it `input` to read, and returns its standard output. Fails when the command
    /// does.
    @discardableResult
    package static func run(
        _ name: String, _ arguments: [String], input: Data = Data(), in folder: URL
    ) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [name] + arguments
        process.currentDirectoryURL = folder
        let streams = try TemporaryFolder()
        let (output, errors) = (streams["output"], streams["errors"])
        for url in [output, errors] { try Data().write(to: url) }
        try input.write(to: streams["input"])
        process.standardInput = try FileHandle(forReadingFrom: streams["input"])
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let reason = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
            throw Failure(description: "\(name) \(arguments.joined(separator: " ")): \(reason)")
        }
        return try Data(contentsOf: output)
    }

    @discardableResult
    package static func openssl(_ arguments: String..., in folder: TemporaryFolder) throws -> Data {
        try run("openssl", arguments, in: folder.url)
    }

    /// Runs a Python script of Tests/Fixtures.
    package static func python(_ script: String, _ arguments: [String] = [], input: Data = Data()) throws -> Data {
        let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures")
        return try run("python3", [fixtures.appending(path: script).path] + arguments, input: input, in: fixtures)
    }

    /// Runs lines of a shell, stopping at the first that fails.
    @discardableResult
    package static func shell(_ script: String, in folder: TemporaryFolder) throws -> Data {
        try run("bash", ["-euo", "pipefail", "-c", script], in: folder.url)
    }
}

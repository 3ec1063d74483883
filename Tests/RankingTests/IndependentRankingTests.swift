import ExamModel
import Foundation
import Testing

@testable import Ranking

/// Our standings against Tests/Fixtures/rank.py, which shares nothing with them.
struct IndependentRankingTests {
    @Test(arguments: 0..<40)
    func agreesWithAnIndependentComputation(round: Int) throws {
        let seed = try #require(Seed(text: String(round + 0x1d0, radix: 16)))
        var generator = SeededGenerator(seed, stream: "independent")
        let exam = RandomExam(&generator)
        let own = try Ranker(rules: exam.rules, roster: exam.roster).standings(for: exam.scores)
        let other = try Outcome(json: run(with: JSONEncoder().encode(exam)))
        var ours = try Outcome(json: JSONEncoder().encode(own))
        ours.flags.sort { ($0.code, $0.subjects.joined()) < ($1.code, $1.subjects.joined()) }
        var theirs = other
        theirs.flags.sort { ($0.code, $0.subjects.joined()) < ($1.code, $1.subjects.joined()) }
        #expect(ours == theirs, "seed \(seed)")
    }

    /// The contract of `rank --json` without the sentences.
    private struct Outcome: Decodable, Equatable {
        struct Team: Decodable, Equatable {
            let rank: Int
            let team: String
            let city: String
            let total: Double
            let counted: [Counted]
            let advances: Bool
        }

        struct Counted: Decodable, Equatable {
            let ticket: String
            let score: Double
        }

        struct Individual: Decodable, Equatable {
            let rank: Int
            let ticket: String
            let name: String
            let team: String
            let score: Double
            let honours: [String]
        }

        struct Flag: Decodable, Equatable {
            let code: String
            let subjects: [String]
        }

        let teams: [Team]
        let individuals: [Individual]
        var flags: [Flag]

        init(json: Data) throws {
            self = try JSONDecoder().decode(Self.self, from: json)
        }
    }

    private func run(with input: Data) throws -> Data {
        let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/rank.py")
        let folder = FileManager.default.temporaryDirectory.appending(path: "rank-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "exam.json")
        try input.write(to: file)

        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", script.path]
        process.standardInput = try FileHandle(forReadingFrom: file)
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let result = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return result
    }
}

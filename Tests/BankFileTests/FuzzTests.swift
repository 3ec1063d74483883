import AnswerKey
import BankFile
import ExamModel
import Foundation
import Testing
import ZipFile

/// A seeded mutation fuzzer over every reader: whatever happens to a file, it is read or refused, never more. What once
/// crashed a reader is kept below as a regression.
struct FuzzTests {
    /// Rounds for each file; raised by hand (KAOCHANG_FUZZ_ROUNDS) for a longer hunt.
    private static let rounds = ProcessInfo.processInfo.environment["KAOCHANG_FUZZ_ROUNDS"].flatMap { Int($0) } ?? 12

    @Test(arguments: LayoutTests.names)
    func survivesMutation(name: String) throws {
        let original = try Data(contentsOf: Truth.layouts.appendingPathComponent(name))
        let entries = original.starts(with: Data("PK".utf8)) ? try ZipArchive.read(original).entries : []
        for number in 1...Self.rounds {
            var generator = SeededGenerator(try #require(Seed(text: String(number, radix: 16))), stream: name)
            let mutated: Data
            if entries.isEmpty {
                mutated = Self.mutated(original, using: &generator)
            } else {
                // Inside the archive, where its checksums do not catch the change first.
                let chosen = generator.below(entries.count)
                mutated = try ZipArchive.data(
                    of: entries.enumerated().map { offset, entry in
                        (entry.name, offset == chosen ? Self.mutated(entry.data, using: &generator) : entry.data)
                    })
            }
            do {
                let contents = try bank(mutated, name: name)
                #expect(contents.items.allSatisfy { !$0.draft.stem.isEmpty }, "seed \(number)")
            } catch let refusal as Refusal {
                #expect(!refusal.findings.isEmpty, "seed \(number)")
            }
        }
    }

    private static func mutated(_ data: Data, using generator: inout SeededGenerator) -> Data {
        var data = [UInt8](data)
        for _ in 0..<(1 + generator.below(6)) where data.count > 8 {
            let position = generator.below(data.count - 4)
            switch generator.below(7) {
            case 0: data[position] = UInt8(generator.below(256))
            case 1: data.removeSubrange(position..<min(data.count, position + 1 + generator.below(30)))
            case 2: data.insert(contentsOf: data.suffix(from: position).prefix(60), at: generator.below(data.count))
            case 3: data = Array(data.prefix(position + 4))
            // Lengths, offsets and counts at their ends.
            case 4: for offset in 0..<4 { data[position + offset] = 0xFF }
            case 5: for offset in 0..<2 { data[position + offset] = 0 }
            default:
                let tokens = ["<", ">", "{", "}", "\"", "]]>", "&#0;", "（", "A.", "1.", "\n", "%", "\\", "="]
                data.insert(contentsOf: Array(tokens[generator.below(tokens.count)].utf8), at: position)
            }
        }
        return Data(data)
    }
}

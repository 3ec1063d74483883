import ExamModel
import Foundation

import Assembly

/// Bank and blueprint of a workload folder: `bank.csv` (id, topic, type, level, p, rpb), `enemies.csv` (pairs) and
/// `blueprint.json`.
struct Workload {
    /// The members of `blueprint.json`.
    private struct Document: Decodable {
        let cells: [String: Int]
        let levels: [String: Int]
        let levelTolerance: Int
        let meanP: Double
        let meanPTolerance: Double
        let meanDiscrimination: Double

        private enum CodingKeys: String, CodingKey {
            case cells, levels
            case levelTolerance = "level_tol"
            case meanP = "mean_p"
            case meanPTolerance = "mean_p_tol"
            case meanDiscrimination = "mean_rpb"
        }
    }

    enum Fault: Error { case badFile(String) }

    private static let types: [(word: String, type: ItemType)] = [
        ("single", .singleChoice), ("multi", .multipleChoice), ("judge", .trueFalse),
    ]

    let pool: [PoolEntry]
    private let document: Document

    init(_ folder: URL) throws {
        document = try JSONDecoder().decode(
            Document.self, from: Data(contentsOf: folder.appending(path: "blueprint.json")))
        var enemies: [Substring: [ItemID]] = [:]
        for row in try Self.rows(folder.appending(path: "enemies.csv")) {
            enemies[row[0], default: []].append(Self.id(row[1]))
        }
        let types = Dictionary(uniqueKeysWithValues: Self.types.map { (Substring($0.word), $0.type) })
        pool = try Self.rows(folder.appending(path: "bank.csv")).map { row in
            guard row.count == 6, let type = types[row[2]], let level = Int(row[3]).flatMap(Difficulty.init(rawValue:)),
                let p = Mark(row[4]), let discrimination = Mark(row[5])
            else { throw Fault.badFile(row.joined(separator: ",")) }
            var entry = PoolEntry(
                Item(
                    id: Self.id(row[0]), type: type, stem: "", options: [], topic: Topic(text: String(row[1])),
                    difficulty: level))
            entry.p = p.thousandths
            entry.discrimination = discrimination.thousandths
            entry.seconds = 0
            entry.enemies = enemies[row[0]] ?? []
            return entry
        }
    }

    /// - Parameter mostUses: in how many forms an item may stand; nil: one form a candidate, as even as can be.
    func blueprint(forms: Int, mostUses: Int?) -> Blueprint {
        let topics = Set(document.cells.keys.compactMap { $0.split(separator: "|").last.map(String.init) }).sorted()
        let sections = Self.types.map { word, type in
            let count = document.cells.filter { $0.key.hasPrefix(word + "|") }.reduce(0) { $0 + $1.value }
            return BlueprintSection(title: word, type: type, count: count, marks: Mark(1), scoring: .exact)
        }
        let count = sections.reduce(0) { $0 + $1.count }
        var rules = BlueprintRules()
        rules.mostUses = mostUses
        if mostUses == nil { rules.delivery = .perCandidate }
        rules.meanP = StatisticTarget(
            target: Int((document.meanP * 1000).rounded()), tolerance: Int((document.meanPTolerance * 1000).rounded()))
        rules.discrimination = StatisticTarget(
            target: Int((document.meanDiscrimination * 1000).rounded()), tolerance: nil)
        return Blueprint(
            forms: forms, sections: sections,
            topics: topics.map { topic in
                let items = document.cells.filter { $0.key.hasSuffix("|" + topic) }.reduce(0) { $0 + $1.value }
                return TopicShare(domain: topic, share: Share(basisPoints: items * 10_000 / count))
            },
            difficulties: Difficulty.allCases.map { level in
                let items = document.levels["\(level.rawValue)"] ?? 0
                return DifficultyShare(difficulty: level, share: Share(basisPoints: items * 10_000 / count))
            }, difficultyTolerance: document.levelTolerance, rules: rules)
    }

    private static func rows(_ file: URL) throws -> [[Substring]] {
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        return text.utf8.split { $0 == 10 || $0 == 13 }.dropFirst().map { line in
            line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { Substring($0) }
        }
    }

    /// Ids of one length, so that their order is that of the numbers.
    private static func id(_ number: Substring) -> ItemID {
        ItemID(String(repeating: "0", count: max(0, 6 - number.utf8.count)) + number)
    }
}

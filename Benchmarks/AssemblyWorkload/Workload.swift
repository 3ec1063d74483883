import Assembly
import ExamModel
import ExamSettings
import Foundation

/// Bank and blueprint of a workload folder: `bank.csv` (id, topic, type, level, p, rpb; or those of ``Fact`` after them),
/// `enemies.csv` (pairs) and `blueprint.json` or `blueprint.yaml`.
struct Workload {
    /// Columns that a bank may have beside the first six.
    private enum Fact: String, CaseIterable {
        case seconds, source, article, key, exposure, since
    }

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
    private let document: Document?
    private let written: Blueprint?

    init(_ folder: URL) throws {
        let settings = folder.appending(path: "blueprint.yaml")
        let isWritten = FileManager.default.fileExists(atPath: settings.path)
        written = isWritten ? try WrittenBlueprint.read(settings).blueprint : nil
        document =
            isWritten
            ? nil
            : try JSONDecoder().decode(
                Document.self, from: Data(contentsOf: folder.appending(path: "blueprint.json")))
        let enemies = Dictionary(
            grouping: try Self.rows(folder.appending(path: "enemies.csv")).map { (Self.id($0[0]), Self.id($0[1])) }
        ) { $0.0 }
        let types = Dictionary(uniqueKeysWithValues: Self.types.map { (Array($0.word.utf8)[...], $0.type) })
        var topics: [ArraySlice<UInt8>: Topic] = [:]
        pool = try Self.rows(folder.appending(path: "bank.csv")).map { row in
            guard row.count == 6 || row.count == 6 + Fact.allCases.count, let type = types[row[2]],
                let level = Self.thousandths(row[3]),
                let difficulty = Difficulty(rawValue: level / 1000), let p = Self.thousandths(row[4]),
                let discrimination = Self.thousandths(row[5])
            else { throw Fault.badFile(row.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ",")) }
            let topic = topics[row[1]] ?? Topic(text: String(decoding: row[1], as: UTF8.self))
            topics[row[1]] = topic
            let id = Self.id(row[0])
            var entry = PoolEntry(
                Item(id: id, type: type, stem: "", options: [], topic: topic, difficulty: difficulty))
            entry.p = p
            entry.discrimination = discrimination
            entry.seconds = 0
            entry.enemies = enemies[id]?.map(\.1) ?? []
            for (fact, value) in zip(Fact.allCases, row.dropFirst(6)) where !value.isEmpty {
                Self.add(fact, String(decoding: value, as: UTF8.self), to: &entry)
            }
            return entry
        }
    }

    private static func add(_ fact: Fact, _ value: String, to entry: inout PoolEntry) {
        switch fact {
        case .seconds: entry.seconds = Int(value)
        case .source: entry.source = value
        case .article: entry.articles = [value]
        case .key: entry.keyClass = Int(value)
        case .exposure: entry.exposure = Int(value) ?? 0
        case .since: entry.examsSinceUse = Int(value)
        }
    }

    /// - Parameter mostUses: in how many forms an item may stand; nil: one form a candidate, as even as can be.
    func blueprint(forms: Int, mostUses: Int?) -> Blueprint? {
        guard let document else { return written?.with(forms: forms) }
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

    private static func rows(_ file: URL) throws -> [[ArraySlice<UInt8>]] {
        let bytes = [UInt8](try Data(contentsOf: file))
        return bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.dropFirst().map { line in
            line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        }
    }

    /// A plain decimal of at most three places; nil for anything else.
    private static func thousandths(_ text: ArraySlice<UInt8>) -> Int? {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count <= 2, !text.isEmpty, text.count < 10, parts.last?.count ?? 0 <= 3 || parts.count == 1 else {
            return nil
        }
        var digits = Array(parts.joined())
        guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        digits += Array(repeating: UInt8(ascii: "0"), count: 3 - (parts.count == 2 ? parts[1].count : 0))
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// Ids of one length, so that their order is that of the numbers.
    private static func id(_ number: ArraySlice<UInt8>) -> ItemID {
        let zeros = Array(repeating: UInt8(ascii: "0"), count: max(0, 6 - number.count))
        return ItemID(String(decoding: zeros + number, as: UTF8.self))
    }
}

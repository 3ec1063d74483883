import AnswerKey
package import ExamModel
import GRDB

extension ItemBank {
    /// What assembly may choose from: approved items, in the order of ids, with their enemies and their past.
    package func pool() throws(Refusal) -> [PoolItem] {
        try guarding {
            try database.read { database in
                let enemies = try Self.enemies(in: database)
                let past = try Self.past(in: database)
                return try Self.entries(in: [.approved], of: database).sorted { $0.id < $1.id }.map { entry in
                    let performances = past[entry.number] ?? []
                    return PoolItem(
                        item: entry.keyed.item, articles: CitedArticle.all(in: entry.keyed.key.rationale),
                        source: entry.source, enemies: enemies[entry.number] ?? [],
                        uses: performances.map { PastUse(exam: $0.exam, ended: $0.ended) },
                        p: performances.pooled { $0.p }, discrimination: performances.pooled { $0.discrimination },
                        mayShuffle: entry.mayShuffle)
                }
            }
        }
    }

    /// The items that may not stand on a form with this one, in the order of ids.
    package func enemies(of entry: BankEntry) throws(Refusal) -> [ItemID] {
        try guarding { try database.read { try Self.enemies(in: $0)[entry.number] ?? [] } }.sorted()
    }

    private static func enemies(in database: Database) throws -> [Int64: Set<ItemID>] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT first, second, one.id, other.id FROM enemy
                JOIN entry AS one ON one.number = first JOIN entry AS other ON other.number = second
                """)
        var enemies: [Int64: Set<ItemID>] = [:]
        for row in rows {
            enemies[row[0], default: []].insert(ItemID(row[3]))
            enemies[row[1], default: []].insert(ItemID(row[2]))
        }
        return enemies
    }

    private static func past(in database: Database) throws -> [Int64: [ItemPerformance]] {
        let rows = try Row.fetchAll(database, sql: performanceColumns + " ORDER BY number, ended, exam")
        return Dictionary(grouping: rows, by: { $0[0] as Int64 }).mapValues { rows in
            rows.map { ItemPerformance("", $0) }
        }
    }
}

extension [ItemPerformance] {
    /// The mean of a figure over exams, weighted by their candidates, rounded to the nearest thousandth; nil when no exam
    /// has it.
    package func pooled(_ figure: (ItemPerformance) -> Int?) -> Int? {
        var (sum, candidates) = (0, 0)
        for performance in self {
            guard let value = figure(performance) else { continue }
            sum += value * performance.candidates
            candidates += performance.candidates
        }
        guard candidates > 0 else { return nil }
        return (2 * sum + (sum < 0 ? -candidates : candidates)) / (2 * candidates)
    }
}

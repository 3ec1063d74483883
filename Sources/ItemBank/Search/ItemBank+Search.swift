package import ExamModel
import GRDB

/// What a search found.
package struct SearchResult: Hashable, Sendable {
    /// How many items fit the query.
    package let total: Int
    /// The first of them, in the order in which they came into the bank.
    package let entries: [BankEntry]
}

extension ItemBank {
    package func search(_ query: BankQuery) throws(Refusal) -> SearchResult {
        guard let (conditions, arguments) = query.conditions() else { return SearchResult(total: 0, entries: []) }
        return try guarding {
            try database.read { database in
                let counted = query.hasWordsOnly ? "search" : query.tables
                let total = try Int.fetchOne(
                    database, sql: "SELECT count(*) FROM \(counted)" + conditions, arguments: arguments)
                let sql = BankEntry.newest(from: query.tables) + conditions + " ORDER BY \(query.place)"
                let rows = try Row.fetchAll(
                    database, sql: query.limit.map { sql + " LIMIT \($0)" } ?? sql, arguments: arguments)
                return SearchResult(total: total ?? 0, entries: try rows.map(BankEntry.init(row:)))
            }
        }
    }
}

import GRDB

/// A setting that stands in the bank itself and holds for everybody who uses it.
enum BankSetting: String {
    /// Whether imported items begin as drafts.
    case review

    static let reviewRequired = "required"

    func value(in database: Database) throws -> String? {
        try String.fetchOne(database, sql: "SELECT value FROM setting WHERE name = ?", arguments: [rawValue])
    }

    func set(_ value: String, in database: Database) throws {
        try database.execute(
            sql: "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            arguments: [rawValue, value])
    }
}

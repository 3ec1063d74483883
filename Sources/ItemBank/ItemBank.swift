import AnswerKey
package import ExamModel
package import Foundation
import GRDB

/// The item bank (题库): one SQLite file that any number of processes may use at once.
///
/// Every change is one transaction, flushed to the disk before it counts (`synchronous=FULL`), so that a bank survives
/// a power cut at any moment of an import. Text files are the master: the same files give the same bank again.
package struct ItemBank: Sendable {
    let database: DatabasePool

    /// Opens the bank at `url`, making it when there is none.
    package init(at url: URL) throws(Refusal) {
        var configuration = Configuration()
        configuration.busyMode = .timeout(30)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
        }
        database = try Self.guarding(url) {
            let pool = try DatabasePool(path: url.path, configuration: configuration)
            // It holds every answer.
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
            try Self.migrator.migrate(pool)
            return pool
        }
    }

    /// A copy of the bank as it stands, in a file of its own.
    package func copy(to url: URL) throws(Refusal) {
        try Self.guarding(url) { try database.backup(to: DatabaseQueue(path: url.path)) }
    }

    /// Runs a database operation; what SQLite complains of becomes a refusal that names the bank.
    static func guarding<Value>(_ url: URL, _ body: () throws -> Value) throws(Refusal) -> Value {
        do {
            return try body()
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal(
                .bankUnusable, at: Place(file: url.path), "题库文件无法使用：\(error)；请检查路径、权限和磁盘空间，或从备份恢复",
                "the bank cannot be used: \(error); check path, permissions and space, or restore a backup")
        }
    }

    func guarding<Value>(_ body: () throws -> Value) throws(Refusal) -> Value {
        try Self.guarding(URL(filePath: database.path), body)
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 items and keys") { database in
            try database.execute(
                sql: """
                    CREATE TABLE item (
                        id TEXT NOT NULL, version INTEGER NOT NULL, type TEXT NOT NULL, stem TEXT NOT NULL,
                        options TEXT NOT NULL, topic TEXT NOT NULL, difficulty INTEGER NOT NULL,
                        PRIMARY KEY (id, version)
                    ) STRICT;
                    CREATE TABLE key (
                        item TEXT NOT NULL, version INTEGER NOT NULL, answer TEXT NOT NULL, rationale TEXT NOT NULL,
                        PRIMARY KEY (item, version)
                    ) STRICT;
                    """)
        }
        return migrator
    }
}

extension FindingCode {
    package static let bankUnusable: FindingCode = "BANK_UNUSABLE"
}

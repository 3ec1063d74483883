import ExamModel
import Foundation
import GRDB

extension ItemBank {
    static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(30)
        configuration.prepareDatabase { database in
            guard !database.configuration.readonly else { return }
            try database.execute(sql: "PRAGMA synchronous = FULL")
        }
        return configuration
    }

    /// Brings an older bank up to this software's tables. A bank of newer software is refused.
    static func migrate(_ queue: DatabaseQueue, at url: URL) throws {
        guard try queue.read({ try !migrator.hasCompletedMigrations($0) }) else {
            try refuseNewer(queue, url)
            return
        }
        try refuseNewer(queue, url)
        try migrator.migrate(queue)
    }

    /// Opens without writing anything. SQLite wants to make files beside a bank in WAL mode; where it may not, and nobody
    /// has left any, the file is read as it is. An older bank is brought up in memory.
    static func readable(_ url: URL) throws -> DatabaseQueue {
        guard FileManager.default.fileExists(atPath: url.path) else {
            throw Refusal(
                .bankUnusable, at: Place(file: url.path), "没有这个题库文件，请检查路径", "there is no such bank; check the path")
        }
        var configuration = configuration
        configuration.readonly = true
        let queue = try reader(url, configuration)
        try refuseNewer(queue, url)
        guard try queue.read({ try !migrator.hasCompletedMigrations($0) }) else { return queue }
        let copy = try DatabaseQueue()
        try queue.backup(to: copy)
        try migrator.migrate(copy)
        return copy
    }

    private static func reader(_ url: URL, _ configuration: Configuration) throws -> DatabaseQueue {
        do {
            let queue = try DatabaseQueue(path: url.path, configuration: configuration)
            _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
            return queue
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
            guard !FileManager.default.fileExists(atPath: url.path + "-wal") else { throw error }
            return try DatabaseQueue(path: immutable(url), configuration: configuration)
        }
    }

    private static func immutable(_ url: URL) -> String {
        let path = url.path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? url.path
        return "file:\(path)?immutable=1"
    }

    private static func refuseNewer(_ queue: DatabaseQueue, _ url: URL) throws {
        guard try queue.read({ try migrator.hasBeenSuperseded($0) }) else { return }
        throw Refusal(
            .bankNewer, at: Place(file: url.path), "题库由更新版本的软件写成，请升级本软件",
            "the bank was written by newer software; update this one")
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
        try Self.guarding(url, body)
    }

    /// Runs `body` in one transaction that no other process comes between.
    func changing<Value>(_ body: (Database) throws -> Value) throws(Refusal) -> Value {
        let value = try guarding {
            try database.write { database in try body(database) }
        }
        settle()
        return value
    }
}

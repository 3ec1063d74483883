import AnswerKey
package import ExamModel
package import Foundation
import GRDB

/// The item bank (题库): one SQLite file that any number of processes may use at once.
///
/// Every change is one transaction, flushed to the disk before it counts (`synchronous=FULL`), so that a bank survives
/// a power cut at any moment of an import. Nothing is ever overwritten: texts and keys are kept in all their versions,
/// and every change has a line of history.
package struct ItemBank: Sendable {
    let database: DatabaseQueue
    let url: URL

    /// Opens the bank at `url` for changes, making it when there is none.
    package init(at url: URL) throws(Refusal) {
        self.url = url
        var configuration = Self.configuration
        configuration.journalMode = .wal
        database = try Self.guarding(url) {
            let queue = try DatabaseQueue(path: url.path, configuration: configuration)
            // It holds every answer.
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
            try Self.migrate(queue, at: url)
            return queue
        }
    }

    /// Opens the bank at `url` for reading only: neither the file nor its folder need be writable.
    package init(reading url: URL) throws(Refusal) {
        self.url = url
        database = try Self.guarding(url) { try Self.readable(url) }
    }

    /// A copy of the bank as it stands, in a file of its own.
    package func copy(to copy: URL) throws(Refusal) {
        try Self.guarding(copy) { try database.backup(to: DatabaseQueue(path: copy.path)) }
    }

    /// Moves everything into the one file, so that whoever copies it copies the bank. Another process that is reading
    /// just now only puts this off.
    func settle() {
        _ = try? database.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    }
}

extension FindingCode {
    package static let bankUnusable: FindingCode = "BANK_UNUSABLE"
    package static let bankNewer: FindingCode = "BANK_NEWER"
}

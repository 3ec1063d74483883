import AtomicFile
import CanonicalJSON
package import ExamModel
package import Foundation

/// The accounts of a site's console: `accounts.json` in its folder, readable by its owner alone.
package struct AccountFile: Sendable {
    package static let fileName = "accounts.json"
    private static let byteLimit = 1 << 20

    package let url: URL

    package init(in folder: SiteFolder) {
        url = folder.url.appending(path: Self.fileName)
    }

    /// In the order of their names; none when there is no file.
    package func accounts() throws(Refusal) -> [Account] {
        let data: Data
        do throws(Refusal) {
            data = try AtomicFile.read(url, limit: Self.byteLimit)
        } catch {
            guard error.has(.fileMissing) else { throw error }
            return []
        }
        let contents = try CanonicalJSON.decodeAny(Contents.self, from: data, at: Place(file: Self.fileName))
        guard contents.format == Contents.format, contents.version == Contents.version else {
            throw Refusal(
                .accountFile, at: Place(file: Self.fileName), "这不是本版本软件能读的账户文件，请升级软件，或删去后重新添加账户",
                "these are no accounts that this software can read; update it, or remove the file and add them again")
        }
        return contents.accounts
    }

    /// Refuses a name that is taken: ACCOUNT_EXISTS.
    package func add(_ account: Account) throws(Refusal) {
        let others = try accounts()
        guard !others.contains(where: { $0.name == account.name }) else {
            throw Refusal(
                .accountExists, "已有账户“\(account.name)”；要改密码或角色，请先用 account remove 删去",
                "there is an account \(account.name); to change it, remove it first (account remove)")
        }
        try write(others + [account])
    }

    /// Refuses a name that there is not: ACCOUNT_MISSING. Whoever is signed in under it is signed out.
    package func remove(_ typed: String) throws(Refusal) {
        let (all, name) = (try accounts(), Account.name(typed))
        guard all.contains(where: { $0.name == name }) else {
            throw Refusal(.accountMissing, "没有账户“\(typed)”", "there is no account \(typed)")
        }
        try write(all.filter { $0.name != name })
    }

    private func write(_ accounts: [Account]) throws(Refusal) {
        let contents = Contents(accounts: accounts.sorted { $0.name < $1.name })
        try AtomicFile.write(CanonicalJSON.encode(contents), to: url, permissions: 0o600)
    }

    private struct Contents: Codable {
        static let format = "kaochang-accounts"
        static let version = 1

        var accounts: [Account]
        var format = Self.format
        var version = Self.version
    }
}

extension FindingCode {
    static let accountFile: FindingCode = "ACCOUNT_FILE"
    package static let accountExists: FindingCode = "ACCOUNT_EXISTS"
    package static let accountMissing: FindingCode = "ACCOUNT_MISSING"
}

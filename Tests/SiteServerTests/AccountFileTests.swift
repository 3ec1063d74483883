import ExamModel
import ExamTestSupport
import Foundation
import Sealing
import Testing

@testable import SiteServer

struct AccountFileTests {
    private static func password(_ text: String) throws -> Passphrase {
        try Passphrase(SecretBytes(copying: Data(text.utf8)))
    }

    /// The golden file's hashes were made by another implementation of scrypt.
    @Test func version1IsReadAndWrittenTheSame() throws {
        let folder = try TemporaryFolder()
        let golden = try Fixture.data("site-formats-1/accounts.json")
        try folder.write(golden, as: AccountFile.fileName)
        let file = AccountFile(in: SiteFolder(folder.url))
        let accounts = try file.accounts()
        #expect(accounts.map(\.name) == ["jiandu", "kaowu.1", "李老师"])
        #expect(accounts.map(\.role) == [.supervision, .affairs, .invigilator])
        #expect(accounts[2].password.matches(SecretBytes(copying: Data("监考员的密码".utf8))))
        #expect(!accounts[2].password.matches(SecretBytes(copying: Data("supervision-2020".utf8))))
        try file.add(Account(name: "zhao", role: .affairs, password: Self.password("something long")))
        #expect(try folder.read(AccountFile.fileName) != golden)
        try file.remove("zhao")
        #expect(try folder.read(AccountFile.fileName) == golden)
        var status = stat()
        #expect(stat(file.url.path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    }

    @Test func aNewerVersionAndAnythingElseIsRefused() throws {
        let folder = try TemporaryFolder()
        let file = AccountFile(in: SiteFolder(folder.url))
        #expect(try file.accounts().isEmpty)
        for text in [#"{"accounts":[],"format":"kaochang-accounts","version":2}"#, "[]", ""] {
            try folder.write(Data(text.utf8), as: AccountFile.fileName)
            #expect(throws: Refusal.self) { try file.accounts() }
        }
    }

    @Test func namesAreNamesAndThereIsOneOfEach() throws {
        let folder = try TemporaryFolder()
        let file = AccountFile(in: SiteFolder(folder.url))
        let password = try Self.password("something long")
        for name in ["", " ", "a b", "a/b", "<b>", "a\n", String(repeating: "字", count: 33)] {
            #expect(throws: Refusal.self, "\(name)") {
                try Account(name: name, role: .affairs, password: password)
            }
        }
        try file.add(Account(name: "Cafe\u{301}", role: .affairs, password: password))
        do {
            try file.add(Account(name: "Caf\u{e9}", role: .supervision, password: password))
            Issue.record("the same name twice")
        } catch { #expect(error.has(.accountExists)) }
        do {
            try file.remove("other")
            Issue.record("removed nobody")
        } catch { #expect(error.has(.accountMissing)) }
        try file.remove("Cafe\u{301}")
        #expect(try file.accounts().isEmpty)
    }
}

import ExamTestSupport
import Foundation
import Testing

/// Certificates, passphrases and revocations through the real executable.
struct KeysTests {
    let folder: OfficeFolder

    init() throws {
        folder = try OfficeFolder()
        #expect(try folder.kaochang("keys", "init").status == 0)
    }

    /// Runs a command that must succeed.
    private func run(_ arguments: String...) throws {
        let run = try folder.kaochang(arguments)
        #expect(run.status == 0, "\(arguments): \(run.errors)")
    }

    /// Runs a command that must fail with these words.
    private func refused(_ arguments: String..., words: String...) throws {
        let run = try folder.kaochang(arguments)
        #expect(run.status == 1, "\(arguments)")
        for word in words { #expect(run.errors.contains(word), "“\(word)” in: \(run.errors)") }
    }

    private func list() throws -> [String: [String: Any]] {
        let run = try folder.kaochang("keys", "list", "--json")
        let entries = try #require(JSONSerialization.jsonObject(with: run.output) as? [[String: Any]])
        return Dictionary(
            uniqueKeysWithValues: entries.compactMap { entry in (entry["holder"] as? String).map { ($0, entry) } })
    }

    private func importBank() throws {
        try run("bank", "import", OfficeFolder.banks[0])
    }

    @Test func everybodyGetsAnEncryptedKeyAndASlip() throws {
        for name in ["authority", "office", "supervision", "site", "grading", "terminal"] {
            for (file, mode) in [("keys/\(name).key", 0o600), ("keys/slips/\(name).txt", 0o600), ("keys", 0o700)] {
                let attributes = try FileManager.default.attributesOfItem(atPath: folder.temporary[file].path)
                #expect(attributes[.posixPermissions] as? Int == mode, "\(file)")
            }
            let (key, slip) = (folder.temporary["keys/\(name).key"], folder.temporary["keys/slips/\(name).txt"])
            let script = "grep -v '^#' '\(slip.path)' > p && openssl pkey -in '\(key.path)' -passin file:p -noout"
            try Command.shell(script, in: folder.temporary)
        }
        let status = try folder.kaochang("status")
        #expect(String(decoding: status.output, as: UTF8.self).contains("密码信封"))
    }

    @Test func aKeyWithoutItsSlipNeedsItsPassphrase() throws {
        let slip = try folder.temporary.read("keys/slips/office.txt")
        try FileManager.default.removeItem(at: folder.temporary["keys/slips/office.txt"])
        try refused(
            "bank", "import", OfficeFolder.banks[0], words: "PASSPHRASE_NEEDED", "--passphrase-file", "office.key")
        try folder.temporary.write(Data("not this one\n".utf8), as: "wrong")
        try refused(
            "bank", "import", OfficeFolder.banks[0], "--passphrase-file", "wrong", words: "WRONG_PASSPHRASE", "wrong")
        try folder.temporary.write(slip, as: "pocket")
        try run("bank", "import", OfficeFolder.banks[0], "--passphrase-file", "office=pocket")
    }

    @Test func severalSitesHaveACertificateEach() throws {
        let other = try OfficeFolder()
        try other.edit(
            "exam.yaml", "room-rules:",
            "sites: [{ id: chengdu, name: 成都考点 }, { id: mianyang, name: 绵阳考点 }]\nroom-rules:")
        #expect(try other.kaochang("keys", "init").status == 0)
        for site in ["chengdu", "mianyang"] {
            let subject = try Command.openssl(
                "x509", "-in", "keys/site-\(site).pem", "-noout", "-subject", in: other.temporary)
            #expect(String(decoding: subject, as: UTF8.self).contains("CN = site \(site) sichuan-2020-qualifier"))
        }
        #expect(!FileManager.default.fileExists(atPath: other.temporary["keys/site.pem"].path))
        let twice = try OfficeFolder()
        try twice.edit("exam.yaml", "room-rules:", "sites: [{ id: a, name: 甲 }, { id: a, name: 乙 }]\nroom-rules:")
        let refused = try twice.kaochang("keys", "init")
        #expect(refused.status == 1 && refused.errors.contains("重复"))
    }

    @Test func aRevokedOfficeStopsWorkUntilItIsRenewed() throws {
        try run("keys", "revoke", "office", "--reason", "keyCompromise")
        try refused(
            "bank", "import", OfficeFolder.banks[0], words: "CERTIFICATE_REVOKED", "CN=office", "私钥泄露",
            "kaochang keys renew")
        #expect(try list()["office"]?["state"] as? String == "CERTIFICATE_REVOKED")
        try refused("keys", "revoke", "office", words: "ALREADY_REVOKED")
        try run("keys", "renew", "office")
        try importBank()
        #expect(try list()["office"]?["state"] as? String == "valid")
        try Command.shell(
            "openssl crl -in keys/authority.crl -CAfile keys/authority.pem -noout 2>&1 | grep -q 'verify OK'",
            in: folder.temporary)
        try refused("keys", "renew", "authority", words: "AUTHORITY_STAYS")
    }

    @Test func aListThatWasTakenAwayOrPutBackIsMissed() throws {
        try run("keys", "renew", "site")
        let first = try folder.temporary.read("keys/authority.crl")
        try run("keys", "renew", "grading")
        try folder.temporary.write(first, as: "keys/authority.crl")
        try refused("bank", "import", OfficeFolder.banks[0], words: "REVOCATIONS_GONE", "第 2 号")
        try FileManager.default.removeItem(at: folder.temporary["keys/authority.crl"])
        try refused("status", words: "REVOCATIONS_GONE")
    }

    @Test func aCertificateFromElsewhereWorksAsOffice() throws {
        try Command.shell(
            """
            openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout root.key -out root.pem \\
                -subj '/CN=root' -days 30 2>/dev/null
            openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout mine.key -out mine.csr \\
                -subj '/CN=mine' 2>/dev/null
            openssl x509 -req -in mine.csr -CA root.pem -CAkey root.key -days 20 -out mine.pem 2>/dev/null
            openssl req -x509 -newkey rsa:2048 -nodes -keyout rsa.key -out rsa.pem -subj '/CN=rsa' 2>/dev/null
            """, in: folder.temporary)
        try refused(
            "keys", "import", "office", "--certificate", "rsa.pem", "--key", "rsa.key", words: "KEY_KIND_REFUSED", "RSA"
        )
        try refused(
            "keys", "import", "office", "--certificate", "mine.pem", "--key", "root.key", words: "KEY_MISMATCH")
        try refused(
            "keys", "import", "office", "--certificate", "mine.pem", "--key", "mine.key", "--chain", "rsa.pem",
            words: "CERTIFICATE_UNTRUSTED")
        try run("keys", "import", "office", "--certificate", "mine.pem", "--key", "mine.key", "--chain", "root.pem")
        try importBank()
        try Command.shell(
            """
            cmp <(openssl x509 -in mine.pem -noout -pubkey) <(openssl x509 -in keys/office.pem -noout -pubkey)
            cmp <(cat mine.pem root.pem | grep -v '^$') keys/imported/office.pem
            """, in: folder.temporary)
    }

    @Test func passphrasesAreChanged() throws {
        try folder.temporary.write(Data("另一个密码 2020\n".utf8), as: "new")
        try run("keys", "passphrase", "office", "--new-passphrase-file", "new")
        #expect(!FileManager.default.fileExists(atPath: folder.temporary["keys/slips/office.txt"].path))
        try refused("bank", "import", OfficeFolder.banks[0], words: "PASSPHRASE_NEEDED")
        try run("bank", "import", OfficeFolder.banks[0], "--passphrase-file", "new")
    }
}

import ExamModel
import ExamTestSupport
import Foundation
import Sealing
import Testing

struct PassphraseTests {
    let folder: TemporaryFolder
    let key: PrivateKey
    let passphrase: Passphrase

    init() throws {
        folder = try TemporaryFolder()
        key = try PrivateKey.generate()
        passphrase = try Self.passphrase("通行 pass-phrase")
    }

    private static func passphrase(_ text: String) throws(Refusal) -> Passphrase {
        try Passphrase(SecretBytes(copying: text.utf8))
    }

    private func code(_ body: () throws(Refusal) -> Void) -> FindingCode? {
        do {
            try body()
            return nil
        } catch {
            return error.findings.first?.code
        }
    }

    @Test func opensByItsPassphraseOnly() throws {
        let pem = SecretBytes(copying: try key.pem(under: passphrase))
        #expect(code { () throws(Refusal) in _ = try PrivateKey(pem: pem, passphrase: passphrase) } == nil)
        let wrong = try Self.passphrase("通行 pass-phrasf")
        #expect(code { () throws(Refusal) in _ = try PrivateKey(pem: pem, passphrase: wrong) } == .wrongPassphrase)
        #expect(code { () throws(Refusal) in _ = try PrivateKey(pem: pem) } == .passphraseNeeded)
    }

    /// The work factor that docs/Formats.md states, as the openssl command reads it, and that it opens the key.
    @Test func opensslFindsTheStatedWorkFactor() throws {
        try key.write(to: folder["office.key"], under: passphrase)
        try folder.write(Data("通行 pass-phrase\n".utf8), as: "passphrase")
        let structure = String(
            decoding: try Command.openssl("asn1parse", "-in", "office.key", in: folder), as: UTF8.self)
        let words = structure.split(separator: "\n").compactMap { $0.split(separator: ":").last.map(String.init) }
        for word in ["PBES2", "scrypt", "aes-256-cbc"] { #expect(words.contains(word)) }
        let integers = structure.split(separator: "\n").filter { $0.contains("INTEGER") }
            .compactMap { $0.split(separator: ":").last }
        #expect(integers == ["4000", "08", "05"], "N = 2^14, r = 8, p = 5")
        try Command.openssl(
            "pkey", "-in", "office.key", "-passin", "file:passphrase", "-check", "-noout", in: folder)
        #expect(throws: Command.Failure.self) {
            try Command.openssl("pkey", "-in", "office.key", "-passin", "pass:wrong", "-noout", in: folder)
        }
        let formats = try String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "../../docs/Formats.md"), encoding: .utf8)
        #expect(formats.contains("N = 16384, r = 8, p = 5"))
    }

    /// Keys that openssl encrypted in its own ways are read too.
    @Test(arguments: [["-scrypt"], ["-v2", "aes-128-cbc", "-iter", "1000"], ["-v2", "des3"]])
    func oursOpensOpenssl(options: [String]) throws {
        try key.writeUnprotected(to: folder["plain"])
        let arguments = ["pkcs8", "-topk8", "-in", "plain", "-out", "key", "-passout", "pass:opensesame"]
        try Command.run("openssl", arguments + options, in: folder.url)
        let pem = try SecretBytes(contentsOf: folder["key"], limit: 10_000)
        _ = try PrivateKey(pem: pem, passphrase: Self.passphrase("opensesame"))
    }

    @Test func generatedOnesDifferAndCanBeTyped() throws {
        let written = try (0..<20).map { number in
            try KeyFolder(folder["\(number)"], warn: { _ in }).writeForTest()
        }
        #expect(Set(written).count == written.count)
        for text in written {
            #expect(text.wholeMatch(of: /([2-9a-km-np-z]{4}-){4}[2-9a-km-np-z]{4}/) != nil, "\(text)")
        }
    }

    @Test(arguments: ["", "short", "# a remark, not a passphrase", String(repeating: "x", count: 513)])
    func refusesWhatIsNoPassphrase(text: String) throws {
        #expect(code { () throws(Refusal) in _ = try Self.passphrase(text) } == .passphraseRefused)
        try folder.write(Data((text + "\n").utf8), as: "file")
        #expect(
            code { () throws(Refusal) in _ = try Passphrase(contentsOf: folder["file"]) } == .passphraseRefused)
    }

    @Test func filesMayCarryRemarksAndLineEndsOfAnyKind() throws {
        for text in ["correct horse", "correct horse\r\n", "\u{23} remark\r\n\r\ncorrect horse\nmore\n"] {
            try folder.write(Data(text.utf8), as: "file")
            #expect(try Passphrase(contentsOf: folder["file"]) == Self.passphrase("correct horse"))
        }
        #expect(
            code { () throws(Refusal) in _ = try Passphrase(contentsOf: folder["none"]) } == .secretUnreadable)
    }

    @Test func secretsAreComparedByContent() {
        let secret = SecretBytes(copying: [1, 2, 3])
        #expect(secret == SecretBytes(copying: [1, 2, 3]))
        #expect(secret != SecretBytes(copying: [1, 2, 4]) && secret != SecretBytes(copying: [1, 2]))
        #expect(SecretBytes(copying: []) == SecretBytes(copying: []))
    }
}

extension KeyFolder {
    /// Writes a new authority with a generated passphrase, and returns what stands on the slip.
    fileprivate func writeForTest() throws -> String {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        let holder = Holder(.office)
        let credential = try SharedAuthority.get()[.office]
        try write(credential, of: holder, under: .generated())
        let lines = try String(contentsOf: slip(of: holder), encoding: .utf8).split(separator: "\n")
        return try #require(lines.last.map(String.init))
    }
}

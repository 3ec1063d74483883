import ExamModel
import ExamTestSupport
import Foundation
import Sealing
import Synchronization
import Testing

struct KeyFolderTests {
    let folder: TemporaryFolder
    let exam: TestAuthority
    let passphrase: Passphrase
    let office = Holder(.office)

    init() throws {
        folder = try TemporaryFolder()
        exam = try SharedAuthority.get()
        passphrase = try Credential.testPassphrase()
        try exam.root.pem().write(to: folder["authority.pem"])
    }

    /// A fresh view of the folder, which has opened nothing yet and asks nobody.
    private func keys(_ files: PassphraseFile...) -> KeyFolder {
        KeyFolder(folder.url, passphrases: PassphraseSource(files: files, asksAtTerminal: false), warn: { _ in })
    }

    private func code(_ files: PassphraseFile..., holder: Holder? = nil) -> FindingCode? {
        let keys = KeyFolder(
            folder.url, passphrases: PassphraseSource(files: files, asksAtTerminal: false), warn: { _ in })
        do {
            _ = try keys.credential(of: holder ?? office)
            return nil
        } catch {
            return error.findings.first?.code
        }
    }

    private func permissions(_ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: folder[name].path)[.posixPermissions] as? Int
    }

    @Test func slipsOpenTheirKeysAndArePrivate() throws {
        try keys().write(exam[.office], of: office, under: NewPassphrase(passphrase, isGenerated: true))
        #expect(try keys().credential(of: office).certificate == exam[.office].certificate)
        for name in ["office.key", "slips/office.txt"] { #expect(try permissions(name) == 0o600) }
        #expect(try permissions("slips") == 0o700)
        #expect(try String(decoding: folder.read("office.key"), as: UTF8.self).contains("ENCRYPTED PRIVATE KEY"))
        #expect(keys().holdersWithSlips == [office])
        try FileManager.default.removeItem(at: folder["slips/office.txt"])
        #expect(keys().holdersWithSlips.isEmpty)
        #expect(code() == .passphraseNeeded)
    }

    @Test func filesComeBeforeSlipsAndAreNamedByRole() throws {
        try keys().write(exam[.office], of: office, under: NewPassphrase(passphrase, isGenerated: true))
        try folder.write(Data("kaochang-test-passphrase\n".utf8), as: "right")
        try folder.write(Data("something else\n".utf8), as: "wrong")
        let (right, wrong) = (PassphraseFile(url: folder["right"]), PassphraseFile(url: folder["wrong"]))
        #expect(code(right) == nil)
        #expect(code(wrong) == .wrongPassphrase)
        #expect(code(wrong, PassphraseFile(option: "office=\(folder["right"].path)")) == nil)
        #expect(code(PassphraseFile(option: "grading=\(folder["wrong"].path)")) == nil)
    }

    @Test func everyMistakeIsNamed() throws {
        let given = NewPassphrase(passphrase, isGenerated: true)
        #expect(code() == .certificateMissing)
        try keys().write(exam[.office], of: office, under: given)
        try FileManager.default.removeItem(at: folder["office.key"])
        #expect(code() == .keyMissing)
        try exam[.site].privateKey.write(to: folder["office.key"], under: passphrase)
        #expect(code() == .keyMismatch)
        try folder.write(Data("x".utf8), as: "office.key")
        #expect(code() == .keyUnreadable)
        try exam[.office].privateKey.write(to: folder["office.key"], under: passphrase)
        try folder.write(Data("another passphrase".utf8), as: "slips/office.txt")
        #expect(code() == .wrongPassphrase)
        try keys().write(exam[.site], of: office, under: given)
        #expect(code() == .certificateWrongPurpose)
        try folder.write(Data("x".utf8), as: "office.pem")
        #expect(code() == .certificateUnreadable)
    }

    @Test func oldKeysWithoutPassphraseAreReadWithAWarning() throws {
        try exam[.office].write(to: folder.url)
        let warnings = Mutex<[FindingCode]>([])
        let keys = KeyFolder(folder.url, warn: { finding in warnings.withLock { $0.append(finding.code) } })
        #expect(try keys.credential(of: office).certificate == exam[.office].certificate)
        _ = try keys.credential(of: office)
        #expect(warnings.withLock { $0 } == [.keyUnprotected], "once")
    }

    @Test func whatWasReplacedStillOpensWhatWasEncryptedToIt() throws {
        let given = NewPassphrase(passphrase, isGenerated: true)
        try keys().write(exam[.site], of: Holder(.site), under: given)
        let sealed = try Envelope.encrypt(Data("x".utf8), to: exam[.site].certificate)
        let renewed = try exam.authority.issue(
            Holder(.site), exam: "demo-2020", title: "x", validity: TestAuthority.validity)
        try keys().putAside(Holder(.site))
        try keys().write(renewed, of: Holder(.site), under: given)
        let present = try keys().credential(of: Holder(.site))
        #expect(present.certificate == renewed.certificate)
        let former = try keys().credential(of: Holder(.site), for: exam[.site].certificate)
        #expect(try Envelope.decrypt(sealed, with: former) == Data("x".utf8))
        #expect(try keys().credential(of: Holder(.site), for: renewed.certificate).certificate == renewed.certificate)
    }

    @Test func listsOfRevokedCertificatesAreFoundBesideTheAuthority() throws {
        #expect(try keys().trust() == exam.trust)
        let revocation = Revocation(date: TestAuthority.day, reason: .keyCompromise)
        let list = try exam.authority.revoke(
            exam[.office].certificate, revocation, after: nil, at: TestAuthority.day)
        try list.pem().write(to: folder["authority.crl"])
        #expect(try keys().trust().revocations == list)
        try folder.write(Data("x".utf8), as: "authority.crl")
        #expect(throws: Refusal.self) { try keys().trust() }
    }
}

import ExamModel
import ExamTestSupport
import Foundation
import Sealing
import Testing

struct EnvelopeTests {
    let exam: TestAuthority
    let content = Data("试卷 A\r\n".utf8)

    init() throws {
        exam = try SharedAuthority.get()
    }

    @Test(arguments: [0, 1, 127, 128, 255, 256, 70_000, 3_000_000])
    func opensForItsRecipientOnly(size: Int) throws {
        let data = Data((0..<size).map { UInt8(truncatingIfNeeded: $0) })
        let sealed = try Envelope.encrypt(data, to: exam[.site].certificate)
        #expect(try Envelope.decrypt(sealed, with: exam[.site]) == data)
        let refusal = #expect(throws: Refusal.self) { try Envelope.decrypt(sealed, with: exam[.office]) }
        #expect(refusal?.has(.wrongKey) == true)
        let key = try ContentKey.random()
        let locked = try Envelope.encrypt(data, under: key)
        #expect(try Envelope.decrypt(locked, with: key) == data)
        let wrong = #expect(throws: Refusal.self) { try Envelope.decrypt(locked, with: ContentKey.random()) }
        #expect(wrong?.has(.wrongKey) == true)
        let kind = #expect(throws: Refusal.self) { try Envelope.decrypt(locked, with: exam[.site]) }
        #expect(kind?.has(.wrongKey) == true)
    }

    @Test func everyFlippedBitIsRefused() throws {
        let sealed = try Envelope.encrypt(content, to: exam[.site].certificate)
        #expect(try Envelope.decrypt(sealed, with: exam[.site]) == content)
        for (position, bytes) in Tampering.flips(of: sealed) {
            #expect(throws: Refusal.self, "byte \(position) of \(sealed.base64EncodedString())") {
                try Envelope.decrypt(bytes, with: exam[.site])
            }
        }
        let key = try ContentKey.random()
        let locked = try Envelope.encrypt(content, under: key)
        #expect(try Envelope.decrypt(locked, with: key) == content)
        for (position, bytes) in Tampering.flips(of: locked) {
            #expect(throws: Refusal.self, "byte \(position) of \(locked.base64EncodedString())") {
                try Envelope.decrypt(bytes, with: key)
            }
        }
    }

    @Test func saysWhatIsWrong() throws {
        let sealed = try Envelope.encrypt(content, to: exam[.site].certificate)
        func code(of bytes: Data) -> FindingCode? {
            do {
                _ = try Envelope.decrypt(bytes, with: exam[.site])
                return nil
            } catch {
                return error.findings.first?.code
            }
        }
        for beginning in Tampering.beginnings(of: sealed) {
            let isLengthThere = beginning.count > 8
            #expect(isLengthThere ? code(of: beginning) == .sealTruncated : code(of: beginning) != nil)
        }
        #expect(code(of: sealed + [0]) == .sealTrailingBytes)
        #expect(code(of: Data("kaochang".utf8)) != nil)
        #expect(code(of: try Signature.sign(content, by: exam[.site], at: TestAuthority.day)) == .sealUnreadable)
        var flipped = sealed
        flipped[flipped.endIndex - 1] ^= 1
        #expect(code(of: flipped) == .sealBroken)
    }

    @Test func opensslOpensOurs() throws {
        let folder = try TemporaryFolder()
        try exam[.site].write(to: folder.url)
        try folder.write(Envelope.encrypt(content, to: exam[.site].certificate), as: "site.cms")
        let key = try ContentKey.random()
        try folder.write(Envelope.encrypt(content, under: key), as: "key.cms")
        let opened = try Command.openssl(
            "cms", "-decrypt", "-binary", "-inform", "DER", "-in", "site.cms", "-recip", "site.pem", "-inkey",
            "site.key",
            in: folder)
        #expect(opened == content)
        let unlocked = try Command.openssl(
            "cms", "-decrypt", "-binary", "-inform", "DER", "-in", "key.cms", "-secretkey", key.hexadecimal,
            "-secretkeyid", Hexadecimal.text(of: key.identifier), in: folder)
        #expect(unlocked == content)
        let structure = String(
            decoding: try Command.openssl("cms", "-cmsout", "-print", "-inform", "DER", "-in", "site.cms", in: folder),
            as: UTF8.self)
        for name in ["authEnvelopedData", "sha256kdf", "id-aes256-wrap", "aes-256-gcm"] {
            #expect(structure.contains(name))
        }
    }

    @Test func oursOpensOpenssl() throws {
        let folder = try TemporaryFolder()
        try exam[.site].write(to: folder.url)
        try folder.write(content, as: "content")
        try Command.openssl(
            "cms", "-encrypt", "-binary", "-aes-256-gcm", "-in", "content", "-outform", "DER", "-out", "site.cms",
            "-recip", "site.pem", "-keyopt", "ecdh_kdf_md:sha256", in: folder)
        #expect(try Envelope.decrypt(folder.read("site.cms"), with: exam[.site]) == content)
    }

    @Test func keysAreReadInOneSpelling() throws {
        let key = try ContentKey.random()
        #expect(ContentKey(hexadecimal: key.hexadecimal) == key)
        #expect(try ContentKey.random() != key)
        #expect(ContentKey(hexadecimal: key.hexadecimal + "00") == nil)
        #expect(ContentKey(hexadecimal: String(repeating: "F", count: 64)) == nil)
    }
}

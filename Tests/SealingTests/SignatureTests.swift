import ExamModel
import ExamTestSupport
import Foundation
import Sealing
import Testing

struct SignatureTests {
    let exam: TestAuthority
    let content = Data("manifest\r\nof a paper\n".utf8)

    init() throws {
        exam = try SharedAuthority.get()
    }

    private func refusal(of signature: Data, over data: Data) -> Refusal? {
        do {
            try Signature.verify(signature, over: data, trusting: exam.trust, signedBy: .office, at: TestAuthority.day)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [0, 1, 100_000])
    func holdsForItsContentOnly(size: Int) throws {
        let data = Data(repeating: 0x0a, count: size)
        let signature = try Signature.sign(data, by: exam[.office], at: TestAuthority.day)
        let signer = try Signature.verify(
            signature, over: data, trusting: exam.trust, signedBy: .office, at: TestAuthority.day)
        #expect(signer == exam[.office].certificate)
        #expect(refusal(of: signature, over: data + [0])?.has(.signatureInvalid) == true)
        let attached = try Signature.signAttached(data, by: exam[.office], at: TestAuthority.day)
        #expect(try Signature.open(attached, trusting: exam.trust, signedBy: .office, at: TestAuthority.day) == data)
        #expect(refusal(of: attached, over: data)?.has(.sealUnreadable) == true)
    }

    @Test func everyFlippedBitIsRefused() throws {
        let signature = try Signature.sign(content, by: exam[.office], at: TestAuthority.day)
        #expect(refusal(of: signature, over: content) == nil)
        for (position, bytes) in Tampering.flips(of: signature) {
            #expect(refusal(of: bytes, over: content) != nil, "byte \(position) of \(signature.base64EncodedString())")
        }
        let attached = try Signature.signAttached(content, by: exam[.office], at: TestAuthority.day)
        #expect(try Signature.open(attached, trusting: exam.trust, signedBy: .office, at: TestAuthority.day) == content)
        for (position, bytes) in Tampering.flips(of: attached) {
            #expect(throws: Refusal.self, "byte \(position) of \(attached.base64EncodedString())") {
                try Signature.open(bytes, trusting: exam.trust, signedBy: .office, at: TestAuthority.day)
            }
        }
    }

    @Test func cutOffAndProlongedSignaturesAreNamed() throws {
        let signature = try Signature.sign(content, by: exam[.office], at: TestAuthority.day)
        for beginning in Tampering.beginnings(of: signature) {
            let refusal = refusal(of: beginning, over: content)
            let isLengthThere = beginning.count > 8
            #expect(isLengthThere ? refusal?.has(.sealTruncated) == true : refusal != nil)
        }
        #expect(refusal(of: signature + [0], over: content)?.has(.sealTrailingBytes) == true)
    }

    @Test func opensslVerifiesOurs() throws {
        let folder = try TemporaryFolder()
        try folder.write(content, as: "content")
        try folder.write(exam.root.pem(), as: "authority.pem")
        try folder.write(Signature.sign(content, by: exam[.office], at: TestAuthority.day), as: "content.p7s")
        try folder.write(Signature.signAttached(content, by: exam[.office], at: TestAuthority.day), as: "content.p7m")
        let time = String(Int(TestAuthority.day.timeIntervalSince1970))
        for arguments in [["-in", "content.p7s", "-content", "content"], ["-in", "content.p7m"]] {
            let common = ["cms", "-verify", "-binary", "-inform", "DER", "-CAfile", "authority.pem", "-attime", time]
            #expect(try Command.run("openssl", common + arguments, in: folder.url) == content)
        }
    }

    @Test func oursVerifiesOpenssl() throws {
        let folder = try TemporaryFolder()
        try folder.write(content, as: "content")
        try exam[.office].write(to: folder.url)
        try Command.openssl(
            "cms", "-sign", "-binary", "-nosmimecap", "-md", "sha256", "-in", "content", "-signer", "office.pem",
            "-inkey", "office.key", "-outform", "DER", "-out", "content.p7s", in: folder)
        #expect(refusal(of: try folder.read("content.p7s"), over: content) == nil)
    }

    @Test func saysWhoseSignatureIsMissing() throws {
        let other = try TestAuthority()
        let stranger = try Signature.sign(content, by: other[.office], at: TestAuthority.day)
        #expect(refusal(of: stranger, over: content)?.has(.certificateUntrusted) == true)
        let site = try Signature.sign(content, by: exam[.site], at: TestAuthority.day)
        #expect(refusal(of: site, over: content)?.has(.certificateWrongPurpose) == true)
        let root = try Signature.sign(content, by: exam.authority.credential, at: TestAuthority.day)
        #expect(refusal(of: root, over: content) != nil)
        let late = #expect(throws: Refusal.self) {
            try Signature.verify(
                Signature.sign(content, by: exam[.office], at: TestAuthority.day), over: content, trusting: exam.trust,
                signedBy: .office, at: TestAuthority.validity.until.addingTimeInterval(1))
        }
        #expect(late?.has(.certificateExpired) == true)
    }
}

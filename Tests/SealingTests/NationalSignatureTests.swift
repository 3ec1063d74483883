import ExamModel
import ExamTestSupport
import Foundation
import Sealing
import Testing

/// SM2 over SM3, held against the `openssl` command in both directions.
struct NationalSignatureTests {
    private let exam: TestAuthority
    private let signer: Credential
    private let content = Data("封卷清单 manifest".utf8)

    init() throws {
        exam = try SharedAuthority.get()
        signer = try exam.authority.issue(
            .national(.supervision), exam: "demo-2020", title: "练兵比武", validity: TestAuthority.validity,
            for: .generateNational())
    }

    /// GB/T 32905, A.1.
    @Test func hashesAsTheStandardSays() {
        #expect(
            Digest.sm3(of: Data("abc".utf8)).description
                == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")
    }

    @Test func certificatesAreTheAuthoritys() throws {
        try signer.certificate.verify(trusting: exam.trust, as: .supervision, at: TestAuthority.day)
        #expect(signer.certificate.commonName == "supervision sm2 demo-2020")
        #expect(Holder(name: "supervision-sm2") == .national(.supervision))
        #expect(Holder(name: "supervision-x") == nil)
    }

    @Test func opensslVerifiesOursAndWeTheirs() throws {
        let folder = try TemporaryFolder()
        try signer.write(to: folder.url)
        try folder.write(content, as: "content")
        try folder.write(NationalSignature.sign(content, by: signer), as: "ours.sig")
        let output = try Command.shell(
            """
            openssl x509 -in supervision.pem -noout -pubkey > signer.pub
            openssl dgst -sm3 -verify signer.pub -sigopt distid:1234567812345678 -signature ours.sig content
            openssl dgst -sm3 -sign supervision.key -sigopt distid:1234567812345678 -out theirs.sig content
            """, in: folder)
        #expect(String(decoding: output, as: UTF8.self) == "Verified OK\n")
        try NationalSignature.verify(folder.read("theirs.sig"), over: content, by: signer.certificate)
    }

    @Test func everyChangeIsRefused() throws {
        let signature = try NationalSignature.sign(content, by: signer)
        try NationalSignature.verify(signature, over: content, by: signer.certificate)
        for (position, flipped) in Tampering.flips(of: signature) {
            #expect(throws: Refusal.self, "byte \(position)") {
                try NationalSignature.verify(flipped, over: content, by: signer.certificate)
            }
        }
        for (position, flipped) in Tampering.flips(of: content) {
            #expect(throws: Refusal.self, "byte \(position)") {
                try NationalSignature.verify(signature, over: flipped, by: signer.certificate)
            }
        }
        #expect(throws: Refusal.self) {
            try NationalSignature.verify(signature, over: content, by: exam[.supervision].certificate)
        }
    }
}

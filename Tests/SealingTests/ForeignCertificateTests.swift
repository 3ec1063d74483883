import ExamModel
import ExamTestSupport
import Foundation
import Sealing
import Testing

/// Certificates that the openssl command issued for an authority of its own.
struct ForeignCertificateTests {
    let folder: TemporaryFolder
    let now: Date

    init() throws {
        folder = try TemporaryFolder()
        try Command.shell(
            """
            openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-384 -nodes -keyout root.key -out root.pem \\
                -subj '/O=省政务CA/CN=root' -days 30 2>/dev/null
            issue() {
                openssl req -new -newkey "$2" -pkeyopt "$3" -nodes -keyout "$1.key" -out "$1.csr" \\
                    -subj "/O=人社厅/CN=$1" 2>/dev/null
                openssl x509 -req -in "$1.csr" -CA root.pem -CAkey root.key -days 20 -out "$1.pem" 2>/dev/null
            }
            issue p256 ec ec_paramgen_curve:P-256
            issue p384 ec ec_paramgen_curve:P-384
            issue p521 ec ec_paramgen_curve:P-521
            issue rsa rsa rsa_keygen_bits:3072
            """, in: folder)
        now = Date().addingTimeInterval(1)
    }

    private func foreign(_ name: String, key: String? = nil, chain: [Certificate]? = nil, at date: Date? = nil)
        throws(Refusal) -> ForeignCertificate
    {
        let root = try Certificate(contentsOf: folder["root.pem"])
        return try ForeignCertificate(
            certificate: Certificate(contentsOf: folder["\(name).pem"]),
            privateKey: PrivateKey(pem: SecretBytes(contentsOf: folder["\(key ?? name).key"], limit: 10_000)),
            chain: chain ?? [root], at: date ?? now)
    }

    private func code(_ body: () throws(Refusal) -> ForeignCertificate) -> FindingCode? {
        do {
            _ = try body()
            return nil
        } catch {
            return error.findings.first?.code
        }
    }

    @Test(arguments: ["p256", "p384"])
    func theSameKeySignsAndOpensUnderTheExamsAuthority(name: String) throws {
        let validity = Validity(from: now.addingTimeInterval(-60), until: now.addingTimeInterval(1000 * 86_400))
        let exam = try TestAuthority(validity: validity)
        let foreign = try foreign(name)
        let limits = try foreign.validity(from: now.addingTimeInterval(-60), within: exam.root)
        #expect(try limits.until == foreign.certificate.validity().until)
        let office = try exam.authority.issue(
            Holder(.office), exam: "demo-2020", title: "x", validity: limits, for: foreign.privateKey)
        let data = Data("x".utf8)
        let date = now.addingTimeInterval(5)
        let signature = try Signature.sign(data, by: office, at: date)
        try Signature.verify(signature, over: data, trusting: exam.trust, signedBy: .office, at: date)
        let sealed = try Envelope.encrypt(data, to: office.certificate)
        #expect(try Envelope.decrypt(sealed, with: office) == data)
        for (position, bytes) in Tampering.flips(of: sealed) {
            #expect(throws: Refusal.self, "byte \(position)") { try Envelope.decrypt(bytes, with: office) }
        }
        try folder.write(office.certificate.pem(), as: "office.pem")
        for file in [name, "office"] {
            try Command.shell("openssl x509 -in \(file).pem -noout -pubkey > \(file).pub", in: folder)
        }
        try Command.shell("cmp \(name).pub office.pub", in: folder)
    }

    @Test func everyMistakeIsNamed() throws {
        #expect(code { () throws(Refusal) in try foreign("rsa") } == .keyKindRefused)
        #expect(code { () throws(Refusal) in try foreign("p521") } == .keyKindRefused)
        #expect(code { () throws(Refusal) in try foreign("p256", key: "p384") } == .keyMismatch)
        let later = now.addingTimeInterval(25 * 86_400)
        #expect(code { () throws(Refusal) in try foreign("p256", at: later) } == .certificateExpired)
        let earlier = now.addingTimeInterval(-86_400)
        #expect(code { () throws(Refusal) in try foreign("p256", at: earlier) } == .certificateNotYetValid)
        let other = try TestAuthority()
        #expect(code { () throws(Refusal) in try foreign("p256", chain: [other.root]) } == .certificateUntrusted)
        #expect(code { () throws(Refusal) in try foreign("p256", chain: []) } == nil)
    }

    @Test func chainsOfSeveralAreRead() throws {
        let pem = try folder.read("root.pem") + folder.read("p256.pem")
        #expect(try Certificate.all(inPEM: pem).count == 2)
        #expect(throws: Refusal.self) { try Certificate.all(inPEM: Data("x".utf8)) }
    }
}

import ExamModel
import ExamTestSupport
import Foundation
import Sealing
import Testing

struct CertificateTests {
    let exam: TestAuthority

    init() throws {
        exam = try SharedAuthority.get()
    }

    @Test func saysWhoseItIs() throws {
        let certificate = exam[.office].certificate
        #expect(certificate.subject == "CN=office demo-2020,OU=office,O=窗口单位业务技能练兵比武")
        #expect(certificate.purpose == .office)
        #expect(try certificate.validity() == TestAuthority.validity)
        #expect(try Certificate(pem: certificate.pem()) == certificate)
        try certificate.verify(trusting: exam.trust, as: .office, at: TestAuthority.day)
    }

    @Test func opensslAgrees() throws {
        let folder = try TemporaryFolder()
        try exam.authority.credential.write(to: folder.url)
        try exam[.office].write(to: folder.url)
        let time = String(Int(TestAuthority.day.timeIntervalSince1970))
        try Command.openssl(
            "verify", "-x509_strict", "-purpose", "smimesign", "-attime", time, "-CAfile", "authority.pem",
            "office.pem",
            in: folder)
        let text = String(
            decoding: try Command.openssl("x509", "-in", "office.pem", "-noout", "-text", in: folder), as: UTF8.self)
        for line in ["CA:FALSE", "Digital Signature, Key Agreement", "E-mail Protection", "prime256v1"] {
            #expect(text.contains(line))
        }
        let fingerprint = try Command.openssl(
            "x509", "-in", "office.pem", "-noout", "-fingerprint", "-sha256", in: folder)
        let digits = String(decoding: fingerprint, as: UTF8.self).split(separator: "=")[1].filter(\.isHexDigit)
        #expect(digits.lowercased() == exam[.office].certificate.fingerprint.description)
        try Command.openssl("pkey", "-in", "office.key", "-check", "-noout", in: folder)
    }

    /// `openssl verify` judges as browsers do: what the certificate is for, and for which host.
    @Test func sitesAndTerminalsStandAtTheEndsOfTLS() throws {
        let folder = try TemporaryFolder()
        let hosts = try ["kaochang.lan", "192.168.1.10"].map { text throws(Refusal) in try HostName(text) }
        let site = try exam.authority.issue(
            Holder(.site), exam: "demo-2020", title: "比武", validity: TestAuthority.validity, hosts: hosts)
        try exam.authority.credential.write(to: folder.url)
        try site.write(to: folder.url)
        for purpose in [Purpose.terminal, .office] { try exam[purpose].write(to: folder.url) }
        let time = String(Int(TestAuthority.day.timeIntervalSince1970))
        func check(_ role: String, _ arguments: String...) -> Bool {
            let all = ["verify", "-x509_strict", "-attime", time, "-CAfile", "authority.pem"] + arguments
            return (try? Command.run("openssl", all + ["\(role).pem"], in: folder.url)) != nil
        }
        #expect(check("site", "-purpose", "sslserver", "-verify_hostname", "kaochang.lan"))
        #expect(check("site", "-purpose", "sslserver", "-verify_ip", "192.168.1.10"))
        #expect(!check("site", "-purpose", "sslserver", "-verify_hostname", "other.lan"))
        #expect(check("site", "-purpose", "smimesign"))
        #expect(check("terminal", "-purpose", "sslclient") && !check("terminal", "-purpose", "sslserver"))
        #expect(!check("office", "-purpose", "sslserver") && !check("office", "-purpose", "sslclient"))
        try site.certificate.verify(trusting: exam.trust, as: .site, at: TestAuthority.day)
        for text in ["", "a b", "a,DNS:b", "@section", "1.2.3.4/24", "-.-,", "字"] {
            #expect(throws: Refusal.self, "\(text)") { try HostName(text) }
        }
    }

    @Test func trustsNobodyElse() throws {
        let other = try TestAuthority()
        for (trust, purpose, date, code) in [
            (other.trust, Purpose.office, TestAuthority.day, FindingCode.certificateUntrusted),
            (exam.trust, .supervision, TestAuthority.day, .certificateWrongPurpose),
            (exam.trust, .office, TestAuthority.start.addingTimeInterval(-1), .certificateNotYetValid),
            (exam.trust, .office, TestAuthority.validity.until, .certificateExpired),
        ] {
            let refusal = #expect(throws: Refusal.self) {
                try exam[.office].certificate.verify(trusting: trust, as: purpose, at: date)
            }
            #expect(refusal?.has(code) == true)
        }
        let last = TestAuthority.validity.until.addingTimeInterval(-1)
        try exam[.office].certificate.verify(trusting: exam.trust, as: .office, at: last)
    }

    @Test func aRoleIssuesNothing() throws {
        let refusal = #expect(throws: Refusal.self) { try CertificateAuthority(exam[.office]) }
        #expect(refusal?.has(.certificateWrongPurpose) == true)
        #expect(throws: Refusal.self) {
            try exam.authority.issue(Holder(.authority), exam: "x", title: "x", validity: TestAuthority.validity)
        }
    }

    @Test func oneOfSeveralSitesIsNamed() throws {
        let holder = Holder(.site, id: "chengdu")
        let site = try exam.authority.issue(holder, exam: "demo-2020", title: "x", validity: TestAuthority.validity)
        #expect(site.certificate.subject == "CN=site chengdu demo-2020,OU=site,O=x")
        #expect(site.purpose == .site)
        #expect(Holder(name: "site-chengdu") == holder && holder.name == "site-chengdu")
        #expect(Holder(name: "site") == Holder(.site) && Holder(name: "grading") == Holder(.grading))
        #expect(Holder(name: "office-x") == nil && Holder(name: "invigilator") == nil)
    }

    @Test func longTitlesAreCutAndLongIdsRefused() throws {
        let long = try TestAuthority(exam: "x", title: String(repeating: "考试", count: 60))
        #expect(long[.office].certificate.subject.hasSuffix("O=" + String(repeating: "考试", count: 32)))
        try long[.office].certificate.verify(trusting: long.trust, as: .office, at: TestAuthority.day)
        #expect(throws: Refusal.self) { try TestAuthority(exam: ExamID(String(repeating: "x", count: 60))) }
    }

    @Test(arguments: ["", "x", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
    func refusesWhatIsNoCertificate(text: String) {
        let certificate = #expect(throws: Refusal.self) { try Certificate(pem: Data(text.utf8)) }
        #expect(certificate?.has(.certificateUnreadable) == true)
        let key = #expect(throws: Refusal.self) { try PrivateKey(pem: SecretBytes(copying: text.utf8)) }
        #expect(key?.has(.keyUnreadable) == true)
    }
}

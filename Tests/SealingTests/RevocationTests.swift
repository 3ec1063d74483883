import ExamModel
import ExamTestSupport
import Foundation
import Sealing
import Testing

struct RevocationTests {
    let exam: TestAuthority
    let day = TestAuthority.day

    init() throws {
        exam = try SharedAuthority.get()
    }

    private func code(_ purpose: Purpose, trusting trust: Trust, at date: Date) -> FindingCode? {
        do {
            try exam[purpose].certificate.verify(trusting: trust, as: purpose, at: date)
            return nil
        } catch {
            return error.findings.first?.code
        }
    }

    @Test func refusesFromTheDayOnAndNobodyElse() throws {
        let revocation = Revocation(date: day, reason: .keyCompromise)
        let list = try exam.authority.revoke(exam[.office].certificate, revocation, after: nil, at: day)
        #expect(list.revocation(of: exam[.office].certificate) == revocation)
        let trust = try Trust(exam.root, revocations: RevocationList(pem: list.pem()))
        #expect(code(.office, trusting: trust, at: day.addingTimeInterval(-1)) == nil)
        #expect(code(.office, trusting: trust, at: day) == .certificateRevoked)
        #expect(code(.site, trusting: trust, at: day) == nil)
        let signature = try Signature.sign(Data("x".utf8), by: exam[.office], at: day)
        let refusal = #expect(throws: Refusal.self) {
            try Signature.verify(signature, over: Data("x".utf8), trusting: trust, signedBy: .office, at: day)
        }
        #expect(refusal?.findings.first?.message.chinese.contains("私钥泄露") == true)
        #expect(refusal?.findings.first?.message.chinese.contains("CN=office demo-2020") == true)
    }

    @Test func aKeyLostEarlierIsNotBelievedSinceThen() throws {
        let lost = day.addingTimeInterval(-3600)
        let list = try exam.authority.revoke(
            exam[.site].certificate, Revocation(date: lost, reason: .keyCompromise), after: nil, at: day)
        let trust = try Trust(exam.root, revocations: list)
        #expect(code(.site, trusting: trust, at: lost.addingTimeInterval(-1)) == nil)
        #expect(code(.site, trusting: trust, at: lost) == .certificateRevoked)
    }

    @Test func aRevocationMayBeginAfterItsListWasIssued() throws {
        let later = day.addingTimeInterval(1)
        let list = try exam.authority.revoke(
            exam[.site].certificate, Revocation(date: later, reason: .superseded), after: nil, at: day)
        #expect(list.revocation(of: exam[.site].certificate)?.date == later)
    }

    @Test func listsGrowAndNameNobodyTwice() throws {
        let first = try exam.authority.revoke(
            exam[.office].certificate, Revocation(date: day, reason: .superseded), after: nil, at: day)
        let later = day.addingTimeInterval(60)
        let second = try exam.authority.revoke(
            exam[.site].certificate, Revocation(date: later, reason: .affiliationChanged), after: first, at: later)
        #expect(second.revocation(of: exam[.office].certificate)?.reason == .superseded)
        #expect(second.revocation(of: exam[.site].certificate)?.date == later)
        #expect(second.revocation(of: exam[.grading].certificate) == nil)
        let twice = #expect(throws: Refusal.self) {
            try exam.authority.revoke(
                exam[.site].certificate, Revocation(date: later, reason: .superseded), after: second, at: later)
        }
        #expect(twice?.has(.alreadyRevoked) == true)
    }

    @Test func listsOfOthersAreRefused() throws {
        let other = try TestAuthority()
        let list = try other.authority.revoke(
            other[.office].certificate, Revocation(date: day, reason: .superseded), after: nil, at: day)
        let stranger = #expect(throws: Refusal.self) { try Trust(exam.root, revocations: list) }
        #expect(stranger?.has(.revocationsUntrusted) == true)
        let foreign = #expect(throws: Refusal.self) {
            try exam.authority.revoke(
                other[.office].certificate, Revocation(date: day, reason: .superseded), after: nil, at: day)
        }
        #expect(foreign?.has(.certificateUntrusted) == true)
        let nothing = #expect(throws: Refusal.self) { try RevocationList(pem: Data("x".utf8)) }
        #expect(nothing?.has(.revocationsUnreadable) == true)
    }

    @Test func everyChangedListIsRefused() throws {
        let list = try exam.authority.revoke(
            exam[.office].certificate, Revocation(date: day, reason: .superseded), after: nil, at: day)
        let encoded = list.der
        for (position, bytes) in Tampering.flips(of: encoded) {
            let text = "-----BEGIN X509 CRL-----\n\(bytes.base64EncodedString(options: .lineLength64Characters))\n"
            let pem = Data((text.replacing("\r\n", with: "\n") + "-----END X509 CRL-----\n").utf8)
            #expect(throws: Refusal.self, "byte \(position) of \(encoded.base64EncodedString())") {
                try Trust(exam.root, revocations: RevocationList(pem: pem))
            }
        }
    }

    @Test func opensslAgrees() throws {
        let folder = try TemporaryFolder()
        try exam.authority.credential.write(to: folder.url)
        for purpose in [Purpose.office, .site] { try exam[purpose].write(to: folder.url) }
        let list = try exam.authority.revoke(
            exam[.office].certificate, Revocation(date: day, reason: .keyCompromise), after: nil, at: day)
        try folder.write(list.pem(), as: "authority.crl")
        let time = String(Int(day.addingTimeInterval(60).timeIntervalSince1970))
        func verify(_ certificate: String) throws {
            try Command.openssl(
                "verify", "-x509_strict", "-crl_check", "-CRLfile", "authority.crl", "-CAfile", "authority.pem",
                "-attime", time, certificate, in: folder)
        }
        try verify("site.pem")
        let revoked = #expect(throws: Command.Failure.self) { try verify("office.pem") }
        #expect(revoked?.description.contains("certificate revoked") == true)
    }
}

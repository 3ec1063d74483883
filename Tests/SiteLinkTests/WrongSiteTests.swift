import ExamModel
import ExamTestSupport
import Foundation
import Sealing
import SiteLink
import SiteProtocol
import Testing

/// A terminal tells nothing to a server that is no site of its exam.
struct WrongSiteTests {
    enum Certificate: CaseIterable {
        case site, anotherSite, siteOfAnotherExam, terminal, office, expired, revoked
    }

    @Test(arguments: Certificate.allCases)
    func nothingIsSentToWhoIsNoSiteOfThisExam(_ shown: Certificate) async throws {
        let ours = try TestAuthority()
        var trust = ours.trust
        var day = TestAuthority.day
        let credential: Credential
        switch shown {
        case .site, .revoked: credential = ours[.site]
        case .anotherSite: credential = try ours.issue(Holder(.site, id: "mianyang"))
        case .siteOfAnotherExam: credential = try TestAuthority()[.site]
        case .terminal: credential = ours[.terminal]
        case .office: credential = ours[.office]
        case .expired:
            credential = ours[.site]
            day = TestAuthority.validity.until.addingTimeInterval(1)
        }
        if shown == .revoked {
            let list = try ours.authority.revoke(
                credential.certificate, Revocation(date: day, reason: .keyCompromise), after: nil, at: day)
            trust = try Trust(ours.root, revocations: list)
        }
        let server = try WrongSite(showing: credential)
        let now = day
        let transport = try SiteTransport(
            SiteAddress.read("https://127.0.0.1:\(server.port)"),
            as: SiteTrust(trust, terminal: ours[.terminal], now: { now }))
        var failure: SiteFailure?
        do throws(SiteFailure) {
            _ = try await SiteClient(transport, machine: "secret").notice()
        } catch {
            failure = error
        }
        let isOurs = shown == .site || shown == .anotherSite
        let sent = try server.connections()
        #expect(
            !sent.isEmpty && sent.allSatisfy { isOurs ? (Int($0) ?? 0) > 0 : $0 == "0" || $0 == "no TLS" }, "\(sent)")
        let message = try #require(failure).message
        #expect(isOurs || message.chinese.contains("证书"), Comment(rawValue: message.chinese))
    }
}

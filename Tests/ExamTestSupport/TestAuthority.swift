package import ExamModel
package import Foundation
package import Sealing

/// The certificates of an exam that is only tested: all roles, valid for 90 days from ``start``.
package struct TestAuthority: Sendable {
    package static let start = Date(timeIntervalSince1970: 1_780_000_000)
    package static let validity = Validity(from: start, until: start.addingTimeInterval(90 * 86_400))
    /// A day on which the certificates are valid.
    package static let day = start.addingTimeInterval(86_400)

    package let authority: CertificateAuthority
    private let credentials: [Purpose: Credential]

    package init(exam: ExamID = "demo-2020", title: String = "窗口单位业务技能练兵比武", validity: Validity = Self.validity) throws
    {
        let authority = try CertificateAuthority.make(exam: exam, title: title, validity: validity)
        var credentials = [Purpose.authority: authority.credential]
        for purpose in Purpose.allCases where purpose != .authority {
            credentials[purpose] = try authority.issue(Holder(purpose), exam: exam, title: title, validity: validity)
        }
        self.init(authority: authority, credentials: credentials)
    }

    /// The keys of `Tests/Fixtures/keys`.
    package static func fixture() throws -> TestAuthority {
        let folder = KeyFolder(Fixture.url("keys"), warn: { _ in })
        var credentials: [Purpose: Credential] = [:]
        for purpose in Purpose.allCases where purpose != .terminal {
            credentials[purpose] = try folder.credential(of: Holder(purpose))
        }
        return TestAuthority(
            authority: try CertificateAuthority(folder.credential(of: Holder(.authority))), credentials: credentials)
    }

    private init(authority: CertificateAuthority, credentials: [Purpose: Credential]) {
        self.authority = authority
        self.credentials = credentials
    }

    package var root: Certificate { authority.credential.certificate }

    package var trust: Trust { Trust(root) }

    package subscript(purpose: Purpose) -> Credential {
        credentials[purpose] ?? authority.credential
    }

    /// A certificate and key for somebody else, such as a named site.
    package func issue(_ holder: Holder, exam: ExamID = "demo-2020") throws -> Credential {
        try authority.issue(holder, exam: exam, title: "窗口单位业务技能练兵比武", validity: Self.validity)
    }

    /// Writes every `<purpose>.pem` and `<purpose>.key`, for the openssl command.
    package func write(to folder: TemporaryFolder) throws {
        for credential in credentials.values { try credential.write(to: folder.url) }
    }
}

import ExamModel
import ExamPackage
import ExamTestSupport
import Foundation
import Sealing

/// Certificates that are wrong, expired, not yet valid, revoked or self-made.
struct CertificateAttacks {
    private let files: SealedFiles

    init() throws {
        files = try SealedFiles()
    }

    private func verify(_ holder: Holder, _ validity: Validity, by authority: CertificateAuthority? = nil) throws
        -> String?
    {
        let keys = files.sample.authority
        let signer = try (authority ?? keys.authority).issue(
            holder, exam: "demo-2020", title: "x", validity: validity)
        let data = Data("x".utf8)
        let signature = try Signature.sign(data, by: signer, at: SealedFiles.day)
        return try Attack.refusal {
            try Signature.verify(
                signature, over: data, trusting: keys.trust, signedBy: .office, at: SealedFiles.day)
        }
    }

    private func days(_ first: Double, _ last: Double) -> Validity {
        Validity(
            from: SealedFiles.day.addingTimeInterval(first * 86_400),
            until: SealedFiles.day.addingTimeInterval(last * 86_400))
    }

    var all: [Attack] {
        let keys = files.sample.authority
        return [
            Attack("别的角色的证书", "another role's certificate", foundBy: "CERTIFICATE_WRONG_PURPOSE") {
                try verify(Holder(.site), days(-1, 1))
            },
            Attack("过期的证书", "an expired certificate", foundBy: "CERTIFICATE_EXPIRED") {
                try verify(Holder(.office), days(-2, -1))
            },
            Attack("尚未生效的证书", "a certificate not valid yet", foundBy: "CERTIFICATE_NOT_YET_VALID") {
                try verify(Holder(.office), days(1, 2))
            },
            Attack("自制的同名证书", "a self-made certificate with the same name", foundBy: "CERTIFICATE_UNTRUSTED") {
                let stranger = try TestAuthority(validity: days(-1, 1))
                return try verify(Holder(.office), days(-1, 1), by: stranger.authority)
            },
            Attack(
                "由普通证书再签发的证书", "a certificate issued by somebody who is no authority",
                foundBy: "CERTIFICATE_WRONG_PURPOSE"
            ) {
                try Attack.refusal { _ = try CertificateAuthority(keys[.office]) }
            },
            Attack("已吊销的证书", "a revoked certificate", foundBy: "CERTIFICATE_REVOKED") {
                let list = try keys.authority.revoke(
                    keys[.office].certificate, Revocation(date: SealedFiles.day, reason: .keyCompromise), after: nil,
                    at: SealedFiles.day)
                return try files.openPaper(files.paper, trusting: Trust(keys.root, revocations: list))
            },
            Attack("别人签发的吊销列表", "a revocation list of somebody else", foundBy: "REVOCATIONS_UNTRUSTED") {
                let stranger = try TestAuthority(validity: days(-1, 1))
                let list = try stranger.authority.revoke(
                    stranger[.office].certificate, Revocation(date: SealedFiles.day, reason: .superseded), after: nil,
                    at: SealedFiles.day)
                return try Attack.refusal { _ = try Trust(keys.root, revocations: list) }
            },
            Attack(
                "整包换成自己的证书机构重封", "the whole paper sealed by an authority of one's own", foundBy: "CERTIFICATE_UNTRUSTED"
            ) {
                try files.openPaper(SealedFiles().paper)
            },
        ]
    }
}

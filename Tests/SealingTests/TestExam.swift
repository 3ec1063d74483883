import ExamModel
import Foundation
import Sealing

/// An exam's certificates, made once for all tests of this target.
struct TestExam {
    static let start = Date(timeIntervalSince1970: 1_780_000_000)
    static let validity = Validity(from: start, until: start.addingTimeInterval(90 * 86_400))
    static let day = start.addingTimeInterval(86_400)
    static let shared = Result { try TestExam() }

    let authority: CertificateAuthority
    let office: Credential
    let site: Credential

    init(id: ExamID = "demo-2020", title: String = "窗口单位业务技能练兵比武") throws {
        authority = try CertificateAuthority.make(exam: id, title: title, validity: Self.validity)
        office = try authority.issue(.office, exam: id, title: title, validity: Self.validity)
        site = try authority.issue(.site, exam: id, title: title, validity: Self.validity)
    }

    var root: Certificate { authority.credential.certificate }
}

import ExamModel
import ExamPackage
import Sealing

/// Holds sheets against the site where their candidates were to sit: a site answers for its own candidates only.
struct WrongSite {
    /// The id of each candidate's site by ticket number; nil where an exam has one site.
    let sites: [String: String]?
    let exam: ExamID

    /// A refusal for a sheet that another site signed than the one where its candidate has a seat; nil when it is right.
    func refusal(of sheet: AnswerSheet, signedBy signer: Certificate?) -> Refusal? {
        guard let site = sites?[sheet.ticket.text], let signer,
            signer.commonName != Holder(.site, id: site).commonName(of: exam)
        else { return nil }
        return Refusal(
            .wrongSite,
            "准考证号 \(sheet.ticket) 的座位在考点 \(site)，答卷却由“\(signer.subject)”签名，不予评分；请向两个考点核实。",
            "\(sheet.ticket) has a seat at the site \(site), but “\(signer.subject)” signed the sheet: it is not marked; "
                + "ask both sites.")
    }
}

extension FindingCode {
    static let wrongSite: FindingCode = "WRONG_SITE"
}

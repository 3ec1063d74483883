import ExamModel
import ExamPackage
package import Foundation
import Ledger
package import Sealing

/// What a site sends to the office of an exam in a folder: its ledger, and sheets that invigilators ended.
package struct SiteRecord {
    private let exam: URL
    private let keys: KeyFolder
    private let site: Holder

    /// A site of the exam in `exam`, whose keys stand under passphrases of its own.
    package init(of exam: URL, site: Holder = Holder(.site)) {
        self.exam = exam
        self.site = site
        keys = KeyFolder(exam.appending(path: "keys"), warn: { _ in })
    }

    /// The site's ledger of these deeds, each to one candidate, a line each, behind those of `earlier`.
    package func ledger(_ deeds: [(deed: String, ticket: String)], after earlier: Data = Data()) throws -> Data {
        try Self.ledger(deeds, after: earlier, signedBy: keys.credential(of: site))
    }

    package static func ledger(
        _ deeds: [(deed: String, ticket: String)], after earlier: Data = Data(), signedBy site: Credential
    ) throws -> Data {
        let folder = try TemporaryFolder()
        try folder.write(earlier, as: SiteNote.fileName)
        let ledger = Ledger(at: folder[SiteNote.fileName])
        let entries = deeds.map { deed, ticket in
            LedgerEntry(
                time: .now, action: .siteAct,
                note: [
                    SiteNote.action: deed, SiteNote.actor: "监考一", SiteNote.reason: "机器故障",
                    SiteNote.whom: SiteNote.whom([ticket], of: 20),
                ])
        }
        try ledger.append(entries, signedBy: site)
        return try folder.read(SiteNote.fileName)
    }

    /// The sheet that a candidate handed in, declared void by an invigilator.
    package func voidedSheet(of ticket: String) throws -> Data {
        let trust = try keys.trust()
        let paper = try PaperPackage.open(exam.appending(path: "paper/paper.kcp"), trusting: trust)
        let grading = try keys.credential(of: Holder(.grading))
        let answers = try AnswerPackage.read(
            Data(contentsOf: exam.appending(path: "answers/\(ticket).kca")), trusting: trust, of: paper.reference)
        let sheets = try answers.sheets(grading: grading).map { sheet in
            AnswerSheet(
                exam: sheet.exam, form: sheet.form, ticket: sheet.ticket, responses: sheet.responses, ending: .voided,
                seconds: sheet.seconds, journalHead: sheet.journalHead)
        }
        return try AnswerPackage.seal(
            sheets, of: paper.reference, site: keys.credential(of: site), grading: grading.certificate,
            at: answers.created ?? .distantPast)
    }
}

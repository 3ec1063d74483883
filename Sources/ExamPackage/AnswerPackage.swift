import CanonicalJSON
package import ExamModel
package import Foundation
package import Sealing

/// Sealed answers (答卷包, `.kca`), version 1: JSON, signed by the site (CMS SignedData with the content inside), in an
/// envelope to grading (CMS AuthEnvelopedData), in DER.
package enum AnswerPackage {
    /// Refuses sheets of another exam (PACKAGE_INCONSISTENT), and certificates of other roles.
    package static func seal(
        _ sheets: [AnswerSheet], of paper: PaperReference, site: Credential, grading: Certificate, at date: Date
    ) throws(Refusal) -> Data {
        try check(sheets, of: paper, at: Place())
        guard site.purpose == .site, grading.purpose == .grading else {
            throw Refusal(
                .certificateWrongPurpose, "答卷由考点签名、加密给阅卷组，请检查所用的证书。",
                "Answers are signed by the site and encrypted to grading; check the certificates.")
        }
        let document = AnswerDocument(sheets, of: paper, created: date)
        let signed = try Signature.signAttached(CanonicalJSON.encode(document), by: site, at: date)
        return try Envelope.encrypt(signed, to: grading)
    }

    /// Opens and verifies answers. The site's certificate must have been valid when they were sealed.
    ///
    /// Refuses: WRONG_PAPER, FORMAT_UNKNOWN, VERSION_UNKNOWN, PACKAGE_INCONSISTENT, and what ``Envelope`` and
    /// ``Signature`` refuse.
    package static func open(
        _ data: Data, named file: String = "answers.kca", grading: Credential, trusting trust: Trust,
        of paper: PaperReference
    ) throws(Refusal) -> AnswerDocument {
        let place = Place(file: file)
        do throws(Refusal) {
            let signed = try Envelope.decrypt(data, with: grading)
            let document = try read(Signature.unjudgedContent(of: signed), at: place)
            _ = try Signature.open(signed, trusting: trust, signedBy: .site, at: document.created)
            guard document.reference == paper else { throw Refusal.otherPaper(place) }
            try check(document.sheets, of: paper, at: place)
            return document
        } catch {
            throw error.inFile(file)
        }
    }

    private static func read(_ json: Data, at place: Place) throws(Refusal) -> AnswerDocument {
        try FormatHeader.check(json, is: AnswerDocument.format, version: AnswerDocument.version, at: place)
        let document = try CanonicalJSON.decode(AnswerDocument.self, from: json, at: place)
        guard document.algorithms == .standard else { throw .algorithmsUnknown(at: place) }
        return document
    }

    private static func check(_ sheets: [AnswerSheet], of paper: PaperReference, at place: Place) throws(Refusal) {
        if let stray = sheets.first(where: { $0.exam != paper.exam }) {
            throw Refusal(
                .packageInconsistent, at: place, "准考证号 \(stray.ticket) 的答卷属于另一场考试 \(stray.exam)。",
                "The sheet of \(stray.ticket) belongs to another exam, \(stray.exam).")
        }
    }
}

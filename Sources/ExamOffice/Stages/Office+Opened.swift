import AtomicFile
import CanonicalJSON
import ExamModel
import ExamPackage
import Foundation
import Sealing

/// What was sealed, in the clear: opened with the private keys that are here, or read from `opened/`, where `audit
/// bundle` puts it for everybody after the exam and where nothing counts that the seals did not commit to.
extension Office {
    /// Keys, seed and forms.
    func gradingPart(of package: PaperPackage) throws(Refusal) -> GradingPart {
        let content =
            if folder.isPublic {
                try package.manifest.openedContent(of: "grading.cms", in: opened(folder.openedGrading))
            } else {
                try package.gradingPart(grading: try credential(of: .grading, opening: package))
            }
        return try CanonicalJSON.decode(GradingPart.self, from: content, at: Place(file: folder.name(of: folder.paper)))
    }

    /// The form that each candidate was to sit, with the replacements of the release.
    func expectedForms(of package: PaperPackage, _ part: GradingPart) throws(Refusal) -> [TicketNumber: FormID] {
        let release = try Release.open(folder.release, trusting: package.trust)
        var expected: [TicketNumber: FormID] = [:]
        if let assignments = part.assignments {
            for (ticket, form) in assignments { expected[TicketNumber(ticket)] = form }
        } else {
            for seat in try package.candidates(site: try siteCredential(opening: package)) {
                expected[seat.ticket] = seat.form
            }
        }
        return expected.mapValues(release.document.form(insteadOf:))
    }

    /// The sheets in an answer file. Whatever keeps its envelope shut is said in the same words here and in a bundle for
    /// everybody, which cannot know more.
    func sheets(in file: URL, of package: PaperPackage) throws(Refusal) -> [AnswerSheet] {
        try sheets(of: answers(in: file, of: package), in: file, of: package)
    }

    /// An answer file, opened as far as everybody may. Refuses the first version of the format for papers of later ones:
    /// without receipts and a signature outside, it would pass by what they are held against.
    func answers(in file: URL, of package: PaperPackage) throws(Refusal) -> AnswerPackage {
        let answers = try AnswerPackage.read(
            answerBytes(of: file), named: folder.name(of: file), trusting: package.trust, of: package.reference)
        guard !answers.isFirstVersion || package.manifest.version == 1 else {
            throw Refusal(
                .answersOutdated, at: Place(file: folder.name(of: file)),
                "这是第一版格式的答卷包，没有签名的回执，不能用于这份试卷；请从考点的作答记录重新封装",
                "these answers are in the first version of the format, without signed receipts, which this paper does not take; "
                    + "seal them again from the site's journals")
        }
        return answers
    }

    func sheets(
        of answers: AnswerPackage, in file: URL, of package: PaperPackage
    ) throws(Refusal) -> [AnswerSheet] {
        let grading = folder.isPublic ? nil : try credential(of: .grading, opening: package)
        do throws(Refusal) {
            if let grading { return try answers.sheets(grading: grading) }
            return try answers.sheets(opened: opened(folder.openedAnswers(of: file)))
        } catch {
            throw Refusal(
                .answersUnopened, at: Place(file: folder.name(of: file)),
                "考点签名有效，但里面的答卷打不开：不是给本场阅卷组的密文，或内容与签名的回执不符；请从考点的作答记录重新封装",
                "the site's signature holds, but the sheets inside do not open: not encrypted to this exam's grading, or not "
                    + "what the signed receipts say; seal them again from the site's journals")
        }
    }

    /// What opens envelopes to a role in `package`: its present key, or the one that was replaced since it was sealed.
    func credential(of purpose: Purpose, opening package: PaperPackage) throws(Refusal) -> Credential {
        try credential(of: Holder(purpose), opening: package)
    }

    func credential(of holder: Holder, opening package: PaperPackage) throws(Refusal) -> Credential {
        guard let certificate = package.certificates[holder] else { return try keys.credential(of: holder) }
        return try keys.credential(of: holder, for: certificate)
    }

    /// The words of a form as they were sealed: canonical JSON.
    func formContent(of form: FormID, in package: PaperPackage) throws(Refusal) -> Data {
        let part = "forms/\(form).cms"
        let bytes = folder.isPublic ? try opened(folder.openedForm(form)) : try formBytes(of: form, in: package)
        return try package.manifest.openedContent(of: part, in: bytes)
    }

    /// The same with its nonce and padding, which the manifest's commitment covers.
    func formBytes(of form: FormID, in package: PaperPackage) throws(Refusal) -> Data {
        let release = try Release.open(folder.release, trusting: package.trust)
        return try package.formBytes(
            form, release: release, site: try siteCredential(opening: package), now: release.document.notBefore)
    }

    func answerBytes(of file: URL) throws(Refusal) -> Data {
        try AtomicFile.read(file, limit: Self.answerFileLimit)
    }

    private func opened(_ file: URL) throws(Refusal) -> Data {
        try AtomicFile.read(file, limit: Self.answerFileLimit)
    }
}

extension FindingCode {
    /// Answers in a version of the format that is older than the paper's.
    static let answersOutdated: FindingCode = "ANSWERS_OUTDATED"
    /// Answers that came in and whose envelope holds nothing that counts.
    static let answersUnopened: FindingCode = "ANSWERS_UNOPENED"
}

extension ExamFolder {
    /// What was sealed, in the clear, in a bundle for everybody.
    var opened: URL { url.appending(path: "opened", directoryHint: .isDirectory) }
    var openedWords: URL { opened.appending(path: "README.txt") }
    var openedGrading: URL { opened.appending(path: "grading.json") }

    var openedForms: URL { opened.appending(path: "forms", directoryHint: .isDirectory) }
    var openedAnswers: URL { opened.appending(path: "answers", directoryHint: .isDirectory) }

    func openedForm(_ form: FormID) -> URL { openedForms.appending(path: "\(form).json") }

    /// The sheets of an answer file: `opened/answers/<name>.json`.
    func openedAnswers(of file: URL) -> URL {
        openedAnswers.appending(path: "\(file.deletingPathExtension().lastPathComponent).json")
    }

    /// Whether this is a bundle for everybody, without a secret, instead of the office's own folder.
    var isPublic: Bool { FileManager.default.fileExists(atPath: opened.path) }
}

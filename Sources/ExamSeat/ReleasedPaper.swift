package import ExamModel
package import ExamPackage
package import Foundation
import Sealing
import Synchronization

/// A paper after its release: the forms in words, and the session with its real start. Shared by all seats.
package final class ReleasedPaper: Sendable {
    package let paper: SitePaper
    /// With the session of the release.
    package let exam: Exam
    private let release: Release
    private let opened = Mutex<[FormID: FormContent]>([:])

    /// Refuses a release for another paper, and one before its time.
    package init(_ paper: SitePaper, release: Release, now: Date) throws(Refusal) {
        try paper.package.checkRelease(release, now: now)
        self.paper = paper
        self.release = release
        let sealed = paper.exam
        exam = Exam(id: sealed.id, title: sealed.title, session: release.session, roomRules: sealed.roomRules)
    }

    /// The form that this candidate sits, decrypted when it is first asked for. Refuses what
    /// ``PaperPackage/openForm(_:release:site:now:)`` refuses, and forms without items.
    package func content(for candidate: SeatAssignment) throws(Refusal) -> FormContent {
        let form = release.document.form(insteadOf: candidate.form)
        if let content = opened.withLock({ $0[form] }) { return content }
        guard paper.package.forms.contains(form) else {
            throw Refusal(
                .formMissing, "试卷包中没有这名考生的 \(form) 卷，请联系监考员",
                "the paper has no form \(form) for this candidate; call the invigilator")
        }
        let content = try paper.package.openForm(
            form, release: release, site: paper.site, now: release.document.notBefore)
        try Self.check(content)
        opened.withLock { $0[form] = content }
        return content
    }

    private static func check(_ form: FormContent) throws(Refusal) {
        guard !form.items.isEmpty else {
            throw Refusal(
                .formEmpty, "\(form.id) 卷中没有试题，请联系监考员。", "Form \(form.id) has no items; call the invigilator.")
        }
    }
}

extension FindingCode {
    package static let formEmpty: FindingCode = "FORM_EMPTY"
}

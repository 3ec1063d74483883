package import ExamModel
package import ExamPackage
package import Foundation

/// A paper after its release: the forms in words, and the session with its real start. Shared by all seats.
package struct ReleasedPaper: Sendable {
    package let paper: SitePaper
    /// With the session of the release.
    package let exam: Exam
    package let forms: [FormID: FormContent]

    /// Decrypts the forms. Refuses what ``PaperPackage/openForms(release:site:now:)`` refuses, a release before its
    /// time among it, and forms with items that are answered in words.
    package init(_ paper: SitePaper, release: Release, now: Date) throws(Refusal) {
        self.paper = paper
        let sealed = paper.exam
        exam = Exam(id: sealed.id, title: sealed.title, session: release.session, roomRules: sealed.roomRules)
        forms = try paper.package.openForms(release: release, site: paper.site, now: now)
        for form in forms.values where !form.items.allSatisfy(\.type.isChosen) {
            throw Refusal(
                .itemInWords, "\(form.id) 卷中有需要文字作答的试题，本终端不支持，请联系监考员。",
                "Form \(form.id) has items that are answered in words, which this terminal does not do.")
        }
    }
}

extension FindingCode {
    package static let itemInWords: FindingCode = "ITEM_IN_WORDS"
}

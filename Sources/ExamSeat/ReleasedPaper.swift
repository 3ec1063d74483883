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
    /// time among it, and forms without items or with items that are
    /// answered in words.
    package init(_ paper: SitePaper, release: Release, now: Date) throws(Refusal) {
        self.paper = paper
        let sealed = paper.exam
        exam = Exam(id: sealed.id, title: sealed.title, session: release.session, roomRules: sealed.roomRules)
        forms = try paper.package.openForms(release: release, site: paper.site, now: now)
        for form in forms.values { try Self.check(form) }
    }

    private static func check(_ form: FormContent) throws(Refusal) {
        guard !form.items.isEmpty else {
            throw Refusal(
                .formEmpty, "\(form.id) 卷中没有试题，请联系监考员。", "Form \(form.id) has no items; call the invigilator.")
        }
        guard form.items.allSatisfy(\.type.isChosen) else {
            throw Refusal(
                .itemInWords, "\(form.id) 卷中有需要文字作答的试题，本终端不支持，请联系监考员。",
                "Form \(form.id) has items that are answered in words, which this terminal does not do.")
        }
    }
}

extension FindingCode {
    package static let formEmpty: FindingCode = "FORM_EMPTY"
    package static let itemInWords: FindingCode = "ITEM_IN_WORDS"
}

import ExamModel
import ExamPackage
import ExamSeat
import Foundation
import Sealing
import Synchronization

/// Forms and the release that were opened in this process: candidates with the same form share its words.
package final class FormShelf: Sendable {
    private struct Form {
        let sealed: SealedForm
        let content: FormContent
    }

    private let forms = Mutex<[FormID: Form]>([:])
    private let release = Mutex<(file: Data, release: Release)?>(nil)

    package init() {}

    /// The form as it was sealed, the copy that is here already where that is the same.
    func share(_ sealed: SealedForm) -> SealedForm {
        guard let known = forms.withLock({ $0[sealed.form]?.sealed }), known == sealed else { return sealed }
        return known
    }

    /// The release in a file, judged once in a process. Refuses what ``Release`` refuses.
    func release(in file: Data, trusting trust: Trust) throws(Refusal) -> Release {
        try release.withLock { known throws(Refusal) in
            if let known, known.file == file { return known.release }
            let release = try Release.open(file, named: "release.kcr", trusting: trust)
            known = (file, release)
            return release
        }
    }

    /// Refuses what ``SealedForm/open(_:now:)`` refuses. The site tells when the time has come, not this machine's clock.
    func open(_ sealed: SealedForm, _ release: Release) throws(Refusal) -> FormContent {
        if let known = forms.withLock({ $0[sealed.form] }), known.sealed == sealed { return known.content }
        let content = try sealed.open(release, now: release.document.notBefore)
        guard !content.items.isEmpty else {
            throw Refusal(
                .formEmpty, "\(content.id) 卷中没有试题，请联系监考员。", "Form \(content.id) has no items; call the invigilator.")
        }
        forms.withLock { $0[sealed.form] = Form(sealed: sealed, content: content) }
        return content
    }
}

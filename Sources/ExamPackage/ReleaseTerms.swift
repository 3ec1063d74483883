package import ExamModel
package import Foundation
package import Sealing

/// What a release allows.
package struct ReleaseTerms: Sendable {
    /// The paper's session, or the same with another start.
    package let session: Session
    /// The forms stay closed before this moment.
    package let notBefore: Date
    /// Forms that nobody may sit (one that became known), and those that are sat in their place.
    package let replacements: [FormID: FormID]
    /// The head of the exam's ledger.
    package let ledger: Digest

    /// Opens the paper when the session starts, unless another moment is given.
    package init(
        session: Session, notBefore: Date? = nil, replacements: [FormID: FormID] = [:], ledger: Digest
    ) {
        self.session = session
        self.notBefore = notBefore ?? session.start
        self.replacements = replacements
        self.ledger = ledger
    }
}

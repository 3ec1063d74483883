package import ExamModel
package import Foundation
package import Sealing

/// What a release says (version 1).
package struct ReleaseDocument: Hashable, Sendable, Codable {
    package static let format = "kaochang-release"
    package static let version = 1

    package let format: String
    package let version: Int
    package let algorithms: SealingAlgorithms
    package let exam: ExamID
    /// ``PaperPackage/digest`` of the paper that may be opened.
    package let paper: Digest
    /// The session that is sat; its start may differ from the paper's (a rehearsal, a second session).
    package let session: Session
    /// The forms stay closed before this moment.
    package let notBefore: Date
    /// When it was made, in whole seconds; the certificates must be valid then.
    package let created: Date
    /// Opens the forms, in hexadecimal; see ``ContentKey``.
    let key: String
    let keyIdentifier: String

    package var reference: PaperReference { PaperReference(exam: exam, paper: paper) }

    init(_ reference: PaperReference, session: Session, notBefore: Date, created: Date, key: ReleaseKey) {
        format = Self.format
        version = Self.version
        algorithms = .standard
        exam = reference.exam
        paper = reference.paper
        self.session = session
        self.notBefore = notBefore
        self.created = created
        self.key = key.key
        keyIdentifier = key.keyIdentifier
    }
}

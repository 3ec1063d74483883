package import ExamModel
package import Foundation
package import Sealing

/// What a release says (version 2).
package struct ReleaseDocument: Hashable, Sendable, Codable {
    package static let format = "kaochang-release"
    package static let version = 2
    /// The versions that are read.
    static let versions = 1...version

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
    /// Forms that nobody may sit any more, and those that are sat in their place, by their ids. Not in version 1.
    package let replacements: [String: String]?
    /// SHA-256 of the ledger's last line before the release. Not in version 1.
    package let ledgerSha256: Digest?
    /// Opens the forms, in hexadecimal; see ``ContentKey``.
    let key: String
    let keyIdentifier: String

    package var reference: PaperReference { PaperReference(exam: exam, paper: paper) }

    /// The form that is sat by those who were assigned `form`.
    package func form(insteadOf form: FormID) -> FormID {
        replacements?[form.text].map(FormID.init(text:)) ?? form
    }

    init(_ reference: PaperReference, terms: ReleaseTerms, created: Date, key: ReleaseKey) {
        format = Self.format
        version = Self.version
        algorithms = .standard
        exam = reference.exam
        paper = reference.paper
        session = terms.session
        notBefore = terms.notBefore
        replacements = Dictionary(
            uniqueKeysWithValues: terms.replacements.map { ($0.key.text, $0.value.text) })
        ledgerSha256 = terms.ledger
        self.created = created
        self.key = key.key
        keyIdentifier = key.keyIdentifier
    }
}

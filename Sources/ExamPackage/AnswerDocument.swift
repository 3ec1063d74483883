package import ExamModel
package import Foundation
package import Sealing

/// What a site hands over (version 1): the sheets of everybody who sat.
package struct AnswerDocument: Hashable, Sendable, Codable {
    package static let format = "kaochang-answers"
    package static let version = 1

    package let format: String
    package let version: Int
    package let algorithms: SealingAlgorithms
    package let exam: ExamID
    /// ``PaperPackage/digest`` of the paper that was sat.
    package let paper: Digest
    /// When it was sealed, in whole seconds; the site's certificate must be valid then.
    package let created: Date
    package let sheets: [AnswerSheet]

    package var reference: PaperReference { PaperReference(exam: exam, paper: paper) }

    init(_ sheets: [AnswerSheet], of reference: PaperReference, created: Date) {
        format = Self.format
        version = Self.version
        algorithms = .standard
        exam = reference.exam
        paper = reference.paper
        self.created = created
        self.sheets = sheets
    }
}

import CanonicalJSON
import ExamModel
package import Foundation
import Sealing

/// What a notice says that revokes a paper (version 1).
package struct RevocationNotice: Hashable, Sendable, Codable {
    static let format = "kaochang-revocation"
    static let version = 1

    let format: String
    let version: Int
    let algorithms: SealingAlgorithms
    let exam: ExamID
    /// ``PaperPackage/digest`` of the paper that may not be opened.
    let paper: Digest
    /// In whole seconds; the signer's certificate must be valid then.
    package let created: Date
    package let reason: String

    var reference: PaperReference { PaperReference(exam: exam, paper: paper) }

    init(of reference: PaperReference, reason: String, created: Date) {
        format = Self.format
        version = Self.version
        algorithms = .standard
        exam = reference.exam
        paper = reference.paper
        self.reason = reason
        self.created = created
    }

    static func read(_ data: Data, of file: String) throws(Refusal) -> RevocationNotice {
        let place = Place(file: "\(file): \(PartName.revocation)")
        try FormatHeader.check(data, is: format, version: version, at: place)
        let notice = try CanonicalJSON.decode(RevocationNotice.self, from: data, at: place)
        guard notice.algorithms == .standard else { throw .algorithmsUnknown(at: place) }
        return notice
    }
}

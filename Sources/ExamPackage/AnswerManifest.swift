import CanonicalJSON
import ExamModel
import Foundation
import Sealing

/// What a site says of the answers that it hands over (version 2), readable by everybody and signed by the site: how
/// many sheets there are and the hash of each, from the moment of handing over, before anybody can open one.
struct AnswerManifest: Hashable, Sendable, Codable {
    static let version = 2

    let format: String
    let version: Int
    let algorithms: SealingAlgorithms
    let exam: ExamID
    /// ``PaperPackage/digest`` of the paper that was sat.
    let paper: Digest
    /// When it was sealed, in whole seconds; the site's certificate must be valid then.
    let created: Date
    /// ``AnswerSheet/digest`` of every sheet, in their order: what the candidates' receipts stand for.
    let receipts: [Digest]
    /// The sheets, encrypted to grading.
    let part: PackagePart

    var reference: PaperReference { PaperReference(exam: exam, paper: paper) }

    init(of reference: PaperReference, receipts: [Digest], part: PackagePart, created: Date) {
        format = AnswerDocument.format
        version = Self.version
        algorithms = .standard
        exam = reference.exam
        paper = reference.paper
        self.created = created
        self.receipts = receipts
        self.part = part
    }

    static func read(_ data: Data, of file: String) throws(Refusal) -> AnswerManifest {
        let place = Place(file: "\(file): \(PartName.answers)")
        try FormatHeader.check(data, is: AnswerDocument.format, version: version, at: place)
        let manifest = try CanonicalJSON.decode(AnswerManifest.self, from: data, at: place)
        guard manifest.algorithms == .standard else { throw .algorithmsUnknown(at: place) }
        return manifest
    }
}

import CanonicalJSON
package import ExamModel
package import Foundation
package import Sealing

/// What a site handed over in version 1: the sheets of everybody who sat. Read, no longer written.
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

    /// Version 1 was an envelope in DER, not an archive.
    static func isEnvelope(_ data: Data) -> Bool {
        data.first == 0x30
    }

    /// Opens and verifies an envelope to grading around a message that the site signed.
    static func open(
        _ data: Data, named file: String, grading: Credential, trusting trust: Trust, of paper: PaperReference
    ) throws(Refusal) -> AnswerDocument {
        let place = Place(file: file)
        do throws(Refusal) {
            let signed = try Envelope.decrypt(data, with: grading)
            let document = try read(Signature.unjudgedContent(of: signed), at: place)
            _ = try Signature.open(signed, trusting: trust, signedBy: .site, at: document.created)
            guard document.reference == paper else { throw Refusal.otherPaper(place) }
            try AnswerPackage.check(document.sheets, of: paper, at: place)
            return document
        } catch {
            throw error.inFile(file)
        }
    }

    private static func read(_ json: Data, at place: Place) throws(Refusal) -> AnswerDocument {
        try FormatHeader.check(json, is: format, version: version, at: place)
        let document = try CanonicalJSON.decode(AnswerDocument.self, from: json, at: place)
        guard document.algorithms == .standard else { throw .algorithmsUnknown(at: place) }
        return document
    }
}

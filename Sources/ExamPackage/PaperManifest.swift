import CanonicalJSON
package import ExamModel
package import Foundation
package import Sealing

/// What a sealed paper says of itself (version 1). Office and supervision sign its bytes; it holds the hash of every part.
package struct PaperManifest: Hashable, Sendable, Codable {
    package static let format = "kaochang-paper"
    package static let version = 1

    package let format: String
    package let version: Int
    package let exam: ExamID
    package let title: String
    package let session: Session
    package let algorithms: SealingAlgorithms
    /// When it was sealed, in whole seconds; the certificates must be valid then.
    package let created: Date
    /// Sorted by name. The manifest and its signatures are no parts.
    package let parts: [PackagePart]
    package let bankSha256: Digest
    package let blueprintSha256: Digest
    /// A commitment to the assembly's seed: see ``commitment(to:)``. The seed itself is in the grading part: together
    /// with a published bank it would give the paper away.
    package let seedSha256: Digest

    init(_ contents: PaperContents, parts: [PackagePart], created: Date) {
        format = Self.format
        version = Self.version
        exam = contents.exam.id
        title = contents.exam.title
        session = contents.exam.session
        algorithms = .standard
        self.created = created
        self.parts = parts
        bankSha256 = contents.bank
        blueprintSha256 = contents.blueprint
        seedSha256 = Self.commitment(to: contents.seed)
    }

    /// SHA-256 of the seed's 64 hexadecimal digits. It hides a seed of 256 random bits; a short one can be guessed.
    package static func commitment(to seed: Seed) -> Digest {
        Digest(of: Data(seed.description.utf8))
    }

    static func read(_ data: Data, of file: String) throws(Refusal) -> PaperManifest {
        let place = Place(file: "\(file): \(PartName.manifest)")
        try FormatHeader.check(data, is: format, version: version, at: place)
        let manifest = try CanonicalJSON.decode(PaperManifest.self, from: data, at: place)
        guard manifest.algorithms == .standard else { throw .algorithmsUnknown(at: place) }
        return manifest
    }
}

import CanonicalJSON
package import ExamModel
package import Foundation
package import Sealing

/// What a sealed paper says of itself (version 3). Office and supervision sign its bytes; it holds the hash of every part.
package struct PaperManifest: Hashable, Sendable, Codable {
    package static let format = "kaochang-paper"
    package static let version = 3
    /// The versions that are read.
    static let versions = 1...version

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
    /// SHA-256 of the ledger's last line before the seal: whoever holds the paper holds the ledger to it. Not in version 1.
    package let ledgerSha256: Digest?
    /// The sites (考点) that the paper is for; empty for the only one of an exam that names none. Not in versions 1 and 2,
    /// which knew one site.
    package let sites: [Station]?

    /// Who can open the forms, each with a certificate and a seating of its own in the paper.
    package var siteHolders: [Holder] { Holder.all(.site, at: sites ?? []) }

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
        ledgerSha256 = contents.ledger
        sites = contents.exam.sites
    }

    /// SHA-256 of the seed's 64 hexadecimal digits. It hides a seed of 256 random bits; a short one can be guessed.
    package static func commitment(to seed: Seed) -> Digest {
        Digest(of: Data(seed.description.utf8))
    }

    static func read(_ data: Data, of file: String) throws(Refusal) -> PaperManifest {
        let place = Place(file: "\(file): \(PartName.manifest)")
        let version = try FormatHeader.check(data, is: format, versions: versions, at: place)
        let manifest = try CanonicalJSON.decode(PaperManifest.self, from: data, at: place)
        guard manifest.algorithms == .standard else { throw .algorithmsUnknown(at: place) }
        guard manifest.hasMembers(of: version) else { throw .inconsistent(PartName.manifest, of: file) }
        return manifest
    }

    /// The hash that the content of a part was committed to; nil in version 1, and of parts that stay closed for ever.
    package func commitment(of part: String) -> Digest? {
        parts.first { $0.name == part }?.contentSha256
    }

    /// From version 2 on the ledger's head is named, and the contents of those parts, and only those, that are opened
    /// after the exam.
    private func hasMembers(of version: Int) -> Bool {
        guard (ledgerSha256 != nil) == (version >= 2), (sites != nil) == (version >= 3),
            Set(siteHolders).count == siteHolders.count
        else { return false }
        return parts.allSatisfy { part in
            let isOpenedLater = part.name == PartName.grading || PartName.formID(of: part.name) != nil
            return (part.contentSha256 != nil) == (version >= 2 && isOpenedLater)
        }
    }
}

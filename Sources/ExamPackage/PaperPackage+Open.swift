import AtomicFile
import CanonicalJSON
package import ExamModel
package import Foundation
package import Sealing
import ZipFile

extension PaperPackage {
    /// Opens a paper and verifies all of it. `trust` is what the exam's folder or the terminal keeps; the
    /// authority inside the package is not believed.
    ///
    /// Refuses, naming the part: PACKAGE_NOT_EXACT, FORMAT_UNKNOWN, VERSION_UNKNOWN, PART_MISSING, PART_UNEXPECTED,
    /// PART_CHANGED, PACKAGE_INCONSISTENT, what ``Signature`` refuses, and archives that are damaged or too large.
    package static func open(_ url: URL, trusting trust: Trust) throws(Refusal) -> PaperPackage {
        let data = try AtomicFile.read(url, limit: SignedContainer.limits.archiveBytes)
        return try open(data, named: url.lastPathComponent, trusting: trust)
    }

    /// The same for bytes in memory; `file` is the name used in refusals.
    package static func open(
        _ data: Data, named file: String, trusting trust: Trust
    ) throws(Refusal) -> PaperPackage {
        let container = try SignedContainer(
            data, named: PartName.manifest, signers: PartName.signers, file: file)
        let manifest = try PaperManifest.read(container.document, of: file)
        let signers = try container.signers(trusting: trust, at: manifest.created)
        try manifest.check(container.parts, of: file)
        return PaperPackage(
            manifest: manifest, exam: try exam(of: container, manifest: manifest),
            digest: Digest(of: container.document), trust: trust,
            certificates: try certificates(of: container, manifest, signers: signers, trusting: trust),
            file: file, parts: container.parts)
    }

    private static func exam(of container: SignedContainer, manifest: PaperManifest) throws(Refusal) -> Exam {
        let place = Place(file: "\(container.file): \(PartName.exam)")
        let notice = try CanonicalJSON.decode(
            ExamNotice.self, from: container.parts[PartName.exam] ?? Data(), at: place)
        let exam = notice.exam(at: manifest.sites ?? [])
        guard exam.id == manifest.exam, exam.title == manifest.title, exam.session == manifest.session else {
            throw .inconsistent(PartName.exam, of: container.file)
        }
        return exam
    }

    private static func certificates(
        of container: SignedContainer, _ manifest: PaperManifest, signers: [Purpose: Certificate], trusting trust: Trust
    ) throws(Refusal) -> [Holder: Certificate] {
        var certificates: [Holder: Certificate] = [:]
        for holder in PartName.certified + manifest.siteHolders {
            let (name, purpose) = (PartName.certificate(of: holder), holder.purpose)
            do throws(Refusal) {
                let certificate = try Certificate(pem: container.parts[name] ?? Data())
                if purpose != .authority { try certificate.verify(trusting: trust, as: purpose, at: manifest.created) }
                certificates[holder] = certificate
            } catch {
                throw error.inPart(name, of: container.file)
            }
        }
        let expected = signers.merging([.authority: trust.authority]) { signer, _ in signer }
        for (purpose, certificate) in expected where certificates[Holder(purpose)] != certificate {
            throw .inconsistent(PartName.certificate(of: Holder(purpose)), of: container.file)
        }
        return certificates
    }
}

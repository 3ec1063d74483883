import AtomicFile
import CanonicalJSON
package import ExamModel
package import Foundation
package import Sealing

extension PaperPackage {
    /// Seals a paper and writes it to `url`. What was made is opened and verified before anything is written.
    ///
    /// Forms are encrypted under a new random key, which only office and supervision together can take out of the
    /// package, and inside an envelope to all sites: a form that
    /// takes the place of another is sat wherever that was. Of the candidates each site can read its own.
    ///
    /// Refuses: PACKAGE_INCONSISTENT, FORM_NAME_REFUSED, certificates that the authority did not issue for the role, has
    /// revoked, or that are not valid at `date`, FILE_UNWRITABLE.
    @discardableResult
    package static func seal(
        _ contents: PaperContents, office: Credential, supervision: Credential, sites: [Holder: Certificate],
        grading: Certificate, trusting trust: Trust, at date: Date, to url: URL
    ) throws(Refusal) -> PaperPackage {
        try contents.check()
        let roles: [Purpose: Certificate] = [
            .authority: trust.authority, .office: office.certificate, .supervision: supervision.certificate,
            .grading: grading,
        ]
        let recipients = sites.merging(roles.map { (Holder($0.key), $0.value) }) { site, _ in site }
        let parts = try PaperParts(contents, for: recipients)
        let manifest = PaperManifest(contents, parts: parts.entries, created: date)
        let file = url.lastPathComponent
        let container = try SignedContainer(
            CanonicalJSON.encode(manifest), named: PartName.manifest, parts: parts.data,
            signedBy: [office, supervision],
            at: date, file: file)
        let bytes = try container.bytes()
        let package = try open(bytes, named: file, trusting: trust)
        try AtomicFile.write(bytes, to: url)
        return package
    }
}

import CanonicalJSON
package import ExamModel
package import Foundation
package import Sealing

/// A form as a terminal keeps it before T0: the site's layer is off, what is left opens with the release alone.
package struct SealedForm: Hashable, Sendable, Codable {
    package let paper: PaperReference
    package let form: FormID
    /// What the two signed manifest of the paper says of the form in the clear.
    let commitment: Digest
    let bytes: Data

    /// The form in words. Refuses a release for another paper (WRONG_PAPER), one before its time at `now`
    /// (RELEASE_TOO_EARLY), WRONG_KEY, and contents that the manifest did not commit to (PACKAGE_INCONSISTENT).
    package func open(_ release: Release, now: Date) throws(Refusal) -> FormContent {
        guard release.document.reference == paper else { throw .otherPaper(Place(file: release.file)) }
        guard now >= release.document.notBefore else { throw release.tooEarly() }
        let (name, file) = (PartName.form(form), PartName.manifest)
        let content: Data
        do throws(Refusal) {
            content = try Envelope.decrypt(bytes, with: release.key)
        } catch {
            throw error.inPart(name, of: file)
        }
        guard Digest(of: content) == commitment else { throw .inconsistent(name, of: file) }
        let json = try SealedContent.unwrap(content, part: name, of: file)
        let opened = try CanonicalJSON.decode(FormContent.self, from: json, at: Place(file: "\(file): \(name)"))
        guard opened.id == form else { throw .inconsistent(name, of: file) }
        return opened
    }
}

extension PaperPackage {
    /// Takes the site's layer off a form. Refuses PART_MISSING, WRONG_KEY, and papers of version 1, which name no
    /// commitment to their forms (VERSION_UNKNOWN).
    package func sealedForm(_ form: FormID, site: Credential) throws(Refusal) -> SealedForm {
        let name = PartName.form(form)
        guard let commitment = manifest.commitment(of: name) else {
            throw Refusal(
                .versionUnknown, at: Place(file: file), "试卷包是第 1 版格式，只能在单机上使用；联网考试请重新封卷。",
                "The paper has version 1, which is for single machines; seal it again for terminals on a network.")
        }
        return SealedForm(paper: reference, form: form, commitment: commitment, bytes: try withoutSiteLayer(name, site))
    }
}

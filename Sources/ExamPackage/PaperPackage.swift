package import ExamModel
import Foundation
package import Sealing

/// A sealed paper (试卷包, `.kcp`) that was opened and found whole. See `docs/Formats.md`.
///
/// Both signatures hold, every part is what the manifest says, and there is no part more or less. What is encrypted is
/// opened by whom it is for.
package struct PaperPackage: Sendable {
    package let manifest: PaperManifest
    /// Without what concerns the office only, such as its lists of barred people.
    package let exam: Exam
    /// SHA-256 of the manifest's bytes: the paper's identity, which releases and answers name.
    package let digest: Digest
    /// The authority that the caller trusts.
    package let trust: Trust
    /// Of every role and of every site.
    package let certificates: [Holder: Certificate]
    let file: String
    let parts: [String: Data]

    /// The forms' ids, sorted.
    package var forms: [FormID] { parts.keys.compactMap(PartName.formID).sorted() }

    /// Who can open the forms.
    package var sites: [Holder] { manifest.siteHolders }

    /// The site whose certificate this is; nil for everybody else's.
    package func site(with certificate: Certificate) -> Holder? {
        sites.first { certificates[$0] == certificate }
    }

    package var reference: PaperReference { PaperReference(exam: exam.id, paper: digest) }

    func part(_ name: String) throws(Refusal) -> Data {
        guard let data = parts[name] else { throw .partMissing(name, of: file) }
        return data
    }
}

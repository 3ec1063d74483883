import CanonicalJSON
package import ExamModel
package import Foundation
package import Sealing

extension PaperPackage {
    /// Makes the leave to open this paper. It takes both private keys: the key of the forms lies in an envelope to
    /// supervision, inside an envelope to the office.
    ///
    /// Refuses: SESSION_CHANGED, FORM_REPLACEMENT, WRONG_KEY, certificates of other roles or not valid at `date`.
    package func release(
        office: Credential, supervision: Credential, terms: ReleaseTerms, at date: Date
    ) throws(Refusal) -> Release {
        try check(terms)
        let envelope = try decrypt(PartName.releaseKey, with: office)
        let json: Data
        do throws(Refusal) {
            json = try Envelope.decrypt(envelope, with: supervision)
        } catch {
            throw error.inPart(PartName.releaseKey, of: file)
        }
        let key = try read(ReleaseKey.self, from: json, part: PartName.releaseKey)
        let document = ReleaseDocument(reference, terms: terms, created: date, key: key)
        let name = PartName.release
        let container = try SignedContainer(
            CanonicalJSON.encode(document), named: name, signedBy: [office, supervision], at: date, file: name)
        return try Release.open(container.bytes(), named: name, trusting: trust)
    }

    private func check(_ terms: ReleaseTerms) throws(Refusal) {
        guard terms.session == exam.session.starting(at: terms.session.start) else {
            throw Refusal(
                .sessionChanged, "启封的场次与封卷时的不同（只有开考时间可以改），请重新封卷。",
                "The session is not the sealed one (only its start may differ); seal again.")
        }
        let known = Set(forms)
        for (form, substitute) in terms.replacements {
            guard known.isSuperset(of: [form, substitute]), form != substitute, terms.replacements[substitute] == nil
            else {
                throw Refusal(
                    .formReplacement,
                    "换卷“\(form)→\(substitute)”不成立：两套都须在试卷包中，且替换卷本身不再被换（包内有 \(known.sorted().map(\.text).joined(separator: "、"))）。",
                    "\(form) cannot be replaced by \(substitute): both must be in the paper, and the substitute stays.")
            }
        }
    }
}

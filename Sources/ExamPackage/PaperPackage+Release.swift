import CanonicalJSON
package import ExamModel
package import Foundation
package import Sealing

extension PaperPackage {
    /// Makes the leave to open this paper. It takes both private keys: the key of the forms lies in an envelope to
    /// supervision, inside an envelope to the office.
    ///
    /// `session` is the paper's, or the same with another start. `notBefore` is the session's start when not given.
    /// Refuses: WRONG_KEY, certificates of other roles or not valid at `date`.
    package func release(
        office: Credential, supervision: Credential, session: Session, notBefore: Date? = nil, at date: Date
    ) throws(Refusal) -> Release {
        guard session == exam.session.starting(at: session.start) else {
            throw Refusal(
                .sessionChanged, "启封的场次与封卷时的不同（只有开考时间可以改），请重新封卷。",
                "The session is not the sealed one (only its start may differ); seal again.")
        }
        let envelope = try decrypt(PartName.releaseKey, with: office)
        let json: Data
        do throws(Refusal) {
            json = try Envelope.decrypt(envelope, with: supervision)
        } catch {
            throw error.inPart(PartName.releaseKey, of: file)
        }
        let key = try read(ReleaseKey.self, from: json, part: PartName.releaseKey)
        let document = ReleaseDocument(
            reference, session: session, notBefore: notBefore ?? session.start, created: date, key: key)
        let name = PartName.release
        let container = try SignedContainer(
            CanonicalJSON.encode(document), named: name, office: office, supervision: supervision, at: date, file: name)
        return try Release.open(container.bytes(), named: name, trusting: trust)
    }
}

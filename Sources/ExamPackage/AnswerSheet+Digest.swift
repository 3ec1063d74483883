import CanonicalJSON
package import ExamModel
package import Sealing

extension AnswerSheet {
    /// SHA-256 of the sheet's canonical JSON. It names the sheet and hides it: the journal's head in it holds the
    /// nanosecond of every event, which nobody else can guess.
    package var digest: Digest {
        get throws(Refusal) { Digest(of: try CanonicalJSON.encode(self)) }
    }
}

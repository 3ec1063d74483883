import CanonicalJSON
import ExamModel
import Foundation
import Sealing
import Sitting

/// A row of the site's log: what happened, when by the site's clock, who did it and why. Each names the hash of the row
/// before, so that nothing can be taken out or put elsewhere unseen.
struct SiteEvent: Hashable, Sendable, Codable {
    /// Counts from 1.
    let number: Int
    let previous: Digest
    let time: SessionTime
    let clock: ClockReading
    /// The name of a person's account; `site` for the server itself.
    let actor: String
    let reason: String?
    /// Of what people decided: the action that this row belongs to.
    let action: Action?
    let act: SiteAct

    /// An action makes one row or more, all written together.
    struct Action: Hashable, Sendable, Codable {
        /// As ``InvigilatorAction/name`` says.
        let name: String
        /// The number of its first row.
        let first: Int
    }

    static let server = "site"

    func bytes() throws(Refusal) -> Data {
        try CanonicalJSON.encode(self)
    }
}

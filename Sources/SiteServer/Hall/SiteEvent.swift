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
    let act: SiteAct

    static let server = "site"

    func bytes() throws(Refusal) -> Data {
        try CanonicalJSON.encode(self)
    }
}

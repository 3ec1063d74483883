package import Foundation

/// Who changed something in the bank, when, and why: what every change leaves in its history.
package struct ChangeNote: Hashable, Sendable {
    package let by: String
    /// Kept in whole seconds.
    package let at: Date
    /// In the person's words; may be empty where the action says enough.
    package let reason: String

    package init(by: String, at: Date, reason: String = "") {
        self.by = by
        self.at = Date(timeIntervalSince1970: at.timeIntervalSince1970.rounded(.down))
        self.reason = reason
    }
}

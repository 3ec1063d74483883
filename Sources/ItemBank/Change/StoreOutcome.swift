package import ExamModel

/// What became of the drafts of one file.
package struct StoreOutcome: Hashable, Sendable {
    /// Ids in the order of the drafts; nil where the draft was refused.
    package internal(set) var ids: [ItemID?] = []
    /// The ids of those that were not in the bank before.
    package internal(set) var added: [ItemID] = []
    /// How many were there already and were brought up to the file.
    package internal(set) var updated = 0
    /// How many were there already and stayed as they were.
    package internal(set) var unchanged = 0
    /// New items and what is nearly the same, where the order asked for it.
    package internal(set) var similar: [SimilarItems] = []
    package internal(set) var findings: [Finding] = []
    /// Whether the bank was left as it is because something was refused.
    package internal(set) var isRefused = false
}

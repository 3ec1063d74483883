package import ExamModel

/// Why a candidate earned what they earned on one item, made on demand and never stored.
package struct MarkExplanation: Hashable, Sendable, Encodable {
    /// An option as the candidate saw it: its letter on that screen, and its id.
    package struct Choice: Hashable, Sendable, Encodable {
        package let letter: String
        package let option: OptionID
    }

    /// The item's number on the candidate's screen, from 1.
    package let number: Int
    package let item: ItemID
    package let section: String
    /// In the order of the letters; empty for items answered in words and for items left blank.
    package let chosen: [Choice]
    /// The right options; of several accepted sets the one by which the choice earns most.
    package let right: [Choice]
    /// What was written, one text a blank.
    package let written: [String]
    package let marks: Mark
    package let full: Mark
    /// One sentence: what was chosen, what is right, which rule, what it earns.
    package let why: Bilingual
}

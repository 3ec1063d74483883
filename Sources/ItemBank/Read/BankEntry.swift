package import AnswerKey
package import ExamModel

/// An item as it stands in the bank: its newest versions, and how far it has come.
package struct BankEntry: Hashable, Sendable, Identifiable {
    /// Its place in the bank: items count up as they come in.
    let number: Int64
    package let keyed: KeyedItem
    package let state: ItemState
    /// Who wrote its text or key last; empty when the bank does not know.
    package let author: String
    /// Who reviewed it since; empty when nobody has.
    package let reviewer: String
    /// The file that it first came from, or who published it; empty when that is not known.
    package let source: String
    /// Set by hand: whether the options may be put in another order.
    package let mayShuffle: Bool?

    package var id: ItemID { keyed.item.id }
}

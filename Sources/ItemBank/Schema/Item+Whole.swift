import CanonicalJSON
import ExamModel
import Foundation

extension Item {
    /// The column `whole`: the item as canonical JSON where the other columns do not hold all of it; empty for items
    /// answered by choosing options.
    func whole() throws(Refusal) -> String {
        type.isChosen ? "" : String(decoding: try CanonicalJSON.encode(self), as: UTF8.self)
    }
}

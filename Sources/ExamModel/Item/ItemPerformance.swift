package import Foundation

/// How an item did in one exam, as item analysis found it.
package struct ItemPerformance: Hashable, Sendable, Codable {
    package let item: ItemReference
    package let exam: ExamID
    /// When that exam ended.
    package let ended: Date
    /// How many candidates had the item on their form.
    package let candidates: Int
    /// Thousandths: the mean share of full marks (难度系数 p).
    package let p: Int
    /// Thousandths: the corrected item-total correlation (区分度); nil where it is not defined, such as when all did alike.
    package let discrimination: Int?

    package init(item: ItemReference, exam: ExamID, ended: Date, candidates: Int, p: Int, discrimination: Int?) {
        self.item = item
        self.exam = exam
        self.ended = ended
        self.candidates = candidates
        self.p = p
        self.discrimination = discrimination
    }
}

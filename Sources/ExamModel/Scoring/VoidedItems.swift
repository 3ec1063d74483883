/// What becomes of an item that the judges void after the exam (作废); the rules name it, never the software.
package enum VoidedItems: String, Hashable, Sendable, Codable, CaseIterable {
    /// Everybody earns its full marks, whether they answered it or not.
    case fullMarks = "full-marks"
    /// It is taken out, and what the section's other items earned is scaled to the section's full marks, rounded half
    /// up to a thousandth of a mark.
    case rescale

    package var name: Bilingual {
        switch self {
        case .fullMarks: Bilingual("全体给满分", "full marks to everybody")
        case .rescale: Bilingual("剔除并按比例折算", "taken out, the section rescaled")
        }
    }
}

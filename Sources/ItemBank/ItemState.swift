package import ExamModel

/// How far an item has come (试题状态). Only approved items go on papers.
package enum ItemState: String, Sendable, Codable, CaseIterable {
    /// Written or changed, and not yet looked at by anybody else.
    case draft
    /// Reviewed by a second person.
    case reviewed
    case approved
    /// Kept for the record, never used again.
    case retired

    package var name: Bilingual {
        switch self {
        case .draft: Bilingual("草稿", "draft")
        case .reviewed: Bilingual("已审", "reviewed")
        case .approved: Bilingual("定稿", "approved")
        case .retired: Bilingual("停用", "retired")
        }
    }

    /// Reads the state's own word or its Chinese name.
    package init?(word: String) {
        guard let state = Self.allCases.first(where: { $0.rawValue == word || $0.name.chinese == word }) else {
            return nil
        }
        self = state
    }
}

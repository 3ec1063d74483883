package import ExamModel

/// One line of an item's history: what was done, and where that left the item.
package struct Change: Hashable, Sendable {
    package enum Action: String, Sendable, CaseIterable {
        case imported, edited, reviewed, approved, returned, retired, restored, settings

        package var name: Bilingual {
            switch self {
            case .imported: Bilingual("导入", "imported")
            case .edited: Bilingual("修改", "edited")
            case .reviewed: Bilingual("审题", "reviewed")
            case .approved: Bilingual("定稿", "approved")
            case .returned: Bilingual("退回", "sent back")
            case .retired: Bilingual("停用", "retired")
            case .restored: Bilingual("恢复", "restored")
            case .settings: Bilingual("设置", "settings")
            }
        }
    }

    package let action: Action
    package let note: ChangeNote
    /// The versions and the state that the item had after it.
    package let itemVersion: Int
    package let keyVersion: Int
    package let state: ItemState
}

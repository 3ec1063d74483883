import ExamModel
import Foundation
import ItemBank

extension ImportOrder {
    static let today = ImportOrder(.by("张某"))
    static let trial = ImportOrder(.by("张某"), isDryRun: true)
}

extension ChangeNote {
    /// A change on a fixed day.
    static func by(_ name: String, _ reason: String = "") -> ChangeNote {
        ChangeNote(by: name, at: Date(timeIntervalSince1970: 1_592_000_000), reason: reason)
    }
}

package import Foundation

/// An exam on whose papers an item stood (曝光).
package struct PastUse: Hashable, Sendable, Codable {
    package let exam: ExamID
    /// When that exam ended.
    package let ended: Date

    package init(exam: ExamID, ended: Date) {
        self.exam = exam
        self.ended = ended
    }
}

package import ExamModel

/// A candidate's paper after the release.
package struct OpenPaper: Hashable, Sendable {
    /// With the session of the release.
    package let exam: Exam
    /// In the candidate's own order.
    package let content: FormContent
}

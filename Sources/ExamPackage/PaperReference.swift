package import ExamModel
package import Sealing

/// Which sealed paper something belongs to.
package struct PaperReference: Hashable, Sendable, Codable {
    package let exam: ExamID
    /// ``PaperPackage/digest``
    package let paper: Digest

    package init(exam: ExamID, paper: Digest) {
        self.exam = exam
        self.paper = paper
    }
}

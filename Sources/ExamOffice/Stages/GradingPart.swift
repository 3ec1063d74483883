import AnswerKey
import ExamModel

/// The part of a sealed paper that only grading can open: what is needed to mark it, and to assemble it again.
struct GradingPart: Codable {
    let seed: Seed
    let forms: [Form]
    let items: [Item]
    let keys: [Key]
}

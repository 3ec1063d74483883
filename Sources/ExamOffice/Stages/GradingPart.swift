import AnswerKey
import ExamModel

/// The part of a sealed paper that only grading can open: what is needed to mark it, and to assemble it again.
struct GradingPart: Codable {
    let seed: Seed
    /// Where the seed comes from; nil when it was given or random.
    let draw: Draw?
    /// The form that each candidate is assigned, by ticket number: what everybody may know after the exam.
    let assignments: [String: FormID]?
    /// The id of the site where each candidate sits, by ticket number; nil where an exam has one site.
    let sites: [String: String]?
    let forms: [Form]
    let items: [Item]
    let keys: [Key]
    /// How each candidate's order came about, so that marks can be explained by what was on the screen; nil for none.
    let shuffle: ShufflePlan?
}

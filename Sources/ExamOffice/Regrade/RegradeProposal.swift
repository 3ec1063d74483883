import AnswerKey
import ExamModel
import Ranking
import Sealing

/// What a regrade would do (更正方案): which keys change, from which results, and who moves. Two people of different
/// roles sign its hash before it is applied. Formats.md describes it.
struct RegradeProposal: Codable {
    static let format = "kaochang-regrade"
    static let version = 1

    /// A correction with the versions of the key before and after.
    struct Correction: Codable {
        let correction: KeyCorrection
        let keyBefore: Int
        let keyAfter: Int
        /// Which item of which form, and both keys. Nil in proposals made before this was written down.
        let words: Bilingual?
    }

    /// Results by their SHA-256.
    struct Results: Codable, Hashable {
        let scores: Digest
        let standings: Digest
    }

    let format: String
    let version: Int
    let number: Int
    let exam: ExamID
    let reason: String
    let corrections: [Correction]
    /// The scores that people have seen, and the standings that follow from them.
    let before: Results
    /// What applying it must make, byte for byte.
    let after: Results
    /// Who moves.
    let change: StandingsChange
    /// What the new standings leave to people that the old ones did not, such as a new tie at a cut. Nil as above.
    let flags: [StandingsFlag]?

    init(
        number: Int, exam: ExamID, reason: String, corrections: [Correction], before: Results, after: Results,
        change: StandingsChange, flags: [StandingsFlag]
    ) {
        format = Self.format
        version = Self.version
        self.number = number
        self.exam = exam
        self.reason = reason
        self.corrections = corrections
        self.before = before
        self.after = after
        self.change = change
        self.flags = flags
    }
}

import ExamModel
import Sealing

/// What `paper assemble` leaves behind: the forms and everything that they can be assembled from again.
struct AssemblyRecord: Codable {
    let forms: [Form]
    let seed: Seed
    /// Where the seed comes from; nil when it was given or random.
    let draw: Draw?
    let bank: Digest
    let blueprint: Digest
}

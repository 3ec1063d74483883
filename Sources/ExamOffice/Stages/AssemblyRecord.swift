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
    /// The items that proof-readers took out, round by round; nil for none.
    var withdrawn: [[ItemID]]?

    var rounds: [[ItemID]] { withdrawn ?? [] }

    /// The same assembly after another round of proof-reading.
    func with(forms: [Form], withdrawn: [[ItemID]]) -> AssemblyRecord {
        AssemblyRecord(
            forms: forms, seed: seed, draw: draw, bank: bank, blueprint: blueprint, withdrawn: withdrawn)
    }
}

import AnswerKey
import ExamModel
import Foundation

/// A person with an ability who meets items with difficulties: the chance of knowing an item is logistic in the
/// difference (Rasch's model), and what is not known is guessed or left out.
struct SimulatedCandidate {
    /// On the scale of item difficulties; 0 is the middle of the field.
    let ability: Double

    /// Difficulties of the five levels on the same scale.
    private static let levels: [Difficulty: Double] = [
        .easy: -2.2, .fairlyEasy: -1.4, .medium: -0.6, .fairlyHard: 0.3, .hard: 1.1,
    ]

    /// A near-normal ability: the sum of twelve uniform numbers less six.
    init(_ generator: inout SeededGenerator) {
        ability = (0..<12).reduce(-6.0) { sum, _ in sum + Double(generator.below(1 << 20)) / Double(1 << 20) }
    }

    /// The options this person chooses; empty when the item is left out.
    func answer(_ item: Item, key: Set<OptionID>, _ generator: inout SeededGenerator) -> [OptionID] {
        let chance = 1 / (1 + exp((Self.levels[item.difficulty] ?? 0) - ability))
        let options = item.options.map(\.id)
        if draw(chance, &generator) { return key.sorted() }
        switch item.type {
        case .multipleChoice:
            // Half of those who do not know it all play safe and choose only what they are sure of.
            let sure = options.filter { key.contains($0) && draw(chance, &generator) }
            if draw(0.5, &generator), sure.count < key.count { return sure }
            return options.filter { key.contains($0) ? draw(0.7, &generator) : draw(0.35, &generator) }
        default:
            return [options[generator.below(options.count)]]
        }
    }

    private func draw(_ chance: Double, _ generator: inout SeededGenerator) -> Bool {
        Double(generator.below(1 << 20)) < chance * Double(1 << 20)
    }
}

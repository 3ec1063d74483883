import AnswerKey
import ExamModel

extension GradableItem.Answer {
    /// Joins an item with its key and rule; nil when the key does not fit the item.
    init?(_ item: Item, _ key: Key, _ rule: ScoringRule) {
        switch (rule, key.answer) {
        case (.byHand(let step), .text), (.byHand(let step), .blanks):
            self = .byHand(step: step, texts: max(item.blanks, 1))
        case (.fillIn(let fillIn), .blanks(let texts)):
            let accepted = texts.map { AcceptedBlank($0, rule: fillIn) }
            guard !accepted.isEmpty, item.blanks == accepted.count, !accepted.contains(where: \.texts.isEmpty) else {
                return nil
            }
            self = .blanks(accepted, fillIn)
        case (_, .options(let right)) where item.type.isChosen:
            self.init(item, anyOf: [right])
        case (_, .anyOf(let sets)) where item.type.isChosen:
            self.init(item, anyOf: sets)
        default: return nil
        }
    }

    private init?(_ item: Item, anyOf sets: [[OptionID]]) {
        let options = Set(item.options.map(\.id))
        let right = sets.map { Set($0) }
        let isFit = right.allSatisfy { set in
            set.isSubset(of: options) && (item.type == .multipleChoice ? !set.isEmpty : set.count == 1)
        }
        guard isFit, !right.isEmpty else { return nil }
        self = .options(options, right: right)
    }
}

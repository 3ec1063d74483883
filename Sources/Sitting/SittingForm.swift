package import ExamModel

/// What may be answered: the ids of a form's items and their options, and how many options an item takes.
package struct SittingForm: Hashable, Sendable {
    /// In the order of the paper.
    package let items: [ItemID]
    private let choices: [ItemID: Choice]

    package init(_ items: [Item]) {
        self.items = items.map(\.id)
        choices = Dictionary(items.map { ($0.id, Choice($0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// Throws when `options` is no possible answer to `item`. No options at all is one: the answer is taken back.
    func check(_ options: [OptionID], of item: ItemID) throws(SittingFault) {
        guard let choice = choices[item] else { throw .unknownItem(item) }
        for option in options where !choice.options.contains(option) { throw .unknownOption(item, option) }
        guard Set(options).count == options.count else { throw .repeatedOption(item) }
        guard options.count <= choice.most else { throw .tooManyOptions(item) }
    }

    func contains(_ item: ItemID) -> Bool {
        choices[item] != nil
    }
}

extension SittingForm {
    private struct Choice: Hashable {
        let options: Set<OptionID>
        let most: Int

        init(_ item: Item) {
            options = Set(item.options.map(\.id))
            most = item.type == .multipleChoice ? item.options.count : 1
        }
    }
}

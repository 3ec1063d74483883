package import ExamModel

/// What may be answered: the ids of a form's questions, and what an answer to each may be.
package struct SittingForm: Hashable, Sendable {
    /// Characters that fit into a blank.
    package static let longestBlank = 100
    /// Characters that a short answer may have.
    package static let longestAnswer = 1000

    /// In the order of the paper; the sub-items of a case in its place.
    package let items: [ItemID]
    private let kinds: [ItemID: Kind]

    package init(_ items: [Item]) {
        let questions = items.flatMap(\.questions)
        self.items = questions.map(\.id)
        kinds = Dictionary(questions.map { ($0.id, Kind($0)) }, uniquingKeysWith: { first, _ in first })
    }

    private init(items: [ItemID], kinds: [ItemID: Kind]) {
        self.items = items
        self.kinds = kinds
    }

    /// The same form in the order of `items`; what may be answered is shared.
    package func ordered(as items: [Item]) -> SittingForm {
        SittingForm(items: items.flatMap(\.questions).map(\.id), kinds: kinds)
    }

    /// Throws when `options` is no possible answer to `item`. No options at all is one: the answer is taken back.
    func check(_ options: [OptionID], of item: ItemID) throws(SittingFault) {
        guard let kind = kinds[item] else { throw .unknownItem(item) }
        guard case .choice(let known, let most) = kind else { throw .wrongKind(item) }
        for option in options where !known.contains(option) { throw .unknownOption(item, option) }
        guard Set(options).count == options.count else { throw .repeatedOption(item) }
        guard options.count <= most else { throw .tooManyOptions(item) }
    }

    /// Throws when `texts` are no possible answer to `item`: one text a blank, none too long.
    func check(_ texts: [String], of item: ItemID) throws(SittingFault) {
        guard let kind = kinds[item] else { throw .unknownItem(item) }
        guard case .words(let count, let longest) = kind, texts.count == count else { throw .wrongKind(item) }
        for text in texts {
            // Characters are no bound on memory: one of them may carry any number of marks.
            guard text.count <= longest, text.unicodeScalars.count <= 4 * longest else {
                throw .tooLong(item, limit: longest)
            }
        }
    }

    func contains(_ item: ItemID) -> Bool {
        kinds[item] != nil
    }
}

extension SittingForm {
    private enum Kind: Hashable {
        /// The options, and how many may be chosen.
        case choice(Set<OptionID>, most: Int)
        /// How many texts are written, and how many characters each may have.
        case words(Int, longest: Int)

        init(_ item: Item) {
            switch item.type {
            case .fillIn: self = .words(max(item.blanks, 1), longest: SittingForm.longestBlank)
            case .shortAnswer, .caseSet: self = .words(1, longest: SittingForm.longestAnswer)
            case .multipleChoice: self = .choice(Set(item.options.map(\.id)), most: item.options.count)
            case .singleChoice, .trueFalse: self = .choice(Set(item.options.map(\.id)), most: 1)
            }
        }
    }
}

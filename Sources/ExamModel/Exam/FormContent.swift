/// A form with the words that a candidate reads: what travels to the exam site, encrypted. It holds no key.
package struct FormContent: Hashable, Sendable, Codable, Identifiable {
    package let id: FormID
    package let sections: [FormContentSection]
    /// How each candidate sees the form in another order; nil when all see it as it is here.
    package let shuffle: ShufflePlan?

    package init(id: FormID, sections: [FormContentSection], shuffle: ShufflePlan? = nil) {
        self.id = id
        self.sections = sections
        self.shuffle = shuffle
    }

    /// All items in the order of the paper.
    package var items: [Item] { sections.flatMap(\.items) }

    /// Everything that is answered by itself, in the order of the paper; a question's number on screen is its index
    /// here plus one.
    package var questions: [Question] { sections.flatMap(\.questions) }
}

package struct FormContentSection: Hashable, Sendable, Codable {
    package let title: String
    package let type: ItemType
    /// Full marks of one item.
    package let marks: Mark
    /// How the section is scored, in words.
    package let instructions: Bilingual
    package let items: [Item]

    package init(title: String, type: ItemType, marks: Mark, instructions: Bilingual, items: [Item]) {
        self.title = title
        self.type = type
        self.marks = marks
        self.instructions = instructions
        self.items = items
    }

    /// The same section with its items in another order.
    package func with(items: [Item]) -> FormContentSection {
        FormContentSection(title: title, type: type, marks: marks, instructions: instructions, items: items)
    }
}

extension FormContentSection {
    package var questions: [Question] {
        items.flatMap { item in
            item.questions.map { Question(item: $0, material: item.parts.isEmpty ? nil : item.stem) }
        }
    }
}

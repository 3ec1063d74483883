package import ExamModel

/// A form whose possible answers are numbered, each with the marks that it earns: all that counting needs to know. The
/// marks come from whoever scores; nothing here knows a rule.
package struct CodedForm: Sendable {
    package let form: FormID
    package let sections: [CodedSection]

    package init(form: FormID, sections: [CodedSection]) {
        self.form = form
        self.sections = sections
    }

    package var items: [CodedItem] { sections.flatMap(\.items) }

    package var full: Mark {
        items.reduce(.zero) { $0 + $1.full }
    }
}

package struct CodedSection: Sendable {
    package let title: String
    /// The least that the section can earn; nil when it may fall below zero.
    package let floor: Mark?
    package let items: [CodedItem]

    package init(title: String, floor: Mark?, items: [CodedItem]) {
        self.title = title
        self.floor = floor
        self.items = items
    }
}

package struct CodedItem: Sendable {
    /// One way to answer an item.
    package struct Answer: Hashable, Sendable {
        /// A bit for each option that is chosen, the first option being the lowest. Zero for answers in words.
        package let chosen: UInt64
        package let marks: Mark

        package init(chosen: UInt64, marks: Mark) {
            self.chosen = chosen
            self.marks = marks
        }
    }

    /// As many different answers as one byte can name.
    package static let mostAnswers = 256

    package let id: ItemID
    package let full: Mark
    package let options: [OptionID]
    /// A bit for each right option.
    package let right: UInt64
    /// Number 0 is no answer.
    package let answers: [Answer]
    /// The judges voided it: what everybody earned says nothing of it.
    package let isVoided: Bool

    package init(
        id: ItemID, full: Mark, options: [OptionID], right: UInt64, answers: [Answer], isVoided: Bool = false
    ) {
        self.id = id
        self.full = full
        self.options = options
        self.right = right
        self.answers = answers
        self.isVoided = isVoided
    }
}

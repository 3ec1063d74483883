/// What one candidate's sheet earned (成绩).
package struct Score: Hashable, Sendable, Codable {
    package let ticket: TicketNumber
    package let form: FormID
    package let total: Mark
    /// In the order of the form's sections, after the floor of zero for a section.
    package let sections: [SectionScore]
    package let items: [ItemScore]
    /// Whole seconds from the start of the session to the hand-in.
    package let seconds: Int

    package init(
        ticket: TicketNumber, form: FormID, total: Mark, sections: [SectionScore], items: [ItemScore], seconds: Int
    ) {
        self.ticket = ticket
        self.form = form
        self.total = total
        self.sections = sections
        self.items = items
        self.seconds = seconds
    }
}

package struct SectionScore: Hashable, Sendable, Codable {
    package let title: String
    package let marks: Mark
    package let full: Mark

    package init(title: String, marks: Mark, full: Mark) {
        self.title = title
        self.marks = marks
        self.full = full
    }
}

package struct ItemScore: Hashable, Sendable, Codable {
    package let item: ItemID
    package let marks: Mark
    package let full: Mark

    package init(item: ItemID, marks: Mark, full: Mark) {
        self.item = item
        self.marks = marks
        self.full = full
    }
}

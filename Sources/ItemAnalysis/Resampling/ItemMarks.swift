import ExamModel

/// Everybody's marks item by item, as a bootstrap needs them.
package struct ItemMarks: Sendable {
    /// A form's sections, and the people who sat it.
    package struct Form: Sendable {
        /// How many items each section has, in the order of the marks.
        package let sections: [Int]
        /// Positions in the list of all people.
        package let people: [Int]
        /// A row a person, in thousandths of a mark.
        package let marks: [[Int32]]

        package init(sections: [Int], people: [Int], marks: [[Int32]]) {
            self.sections = sections
            self.people = people
            self.marks = marks
        }
    }

    package let forms: [Form]
    package let count: Int

    /// - Parameter count: How many people there are in all.
    package init(forms: [Form], count: Int) {
        self.forms = forms
        self.count = count
    }
}

package import ExamModel

/// The key of a paper whose sheets come as letters or packed (答案表): what `kaochang analyse` scores by, without an exam
/// folder.
package struct SheetKey: Hashable, Sendable {
    package struct Section: Hashable, Sendable {
        package let title: String
        package let type: ItemType
        /// How many options each of its items has.
        package let options: Int
        /// Full marks of one item.
        package let marks: Mark
        package let scoring: ScoringRule
        /// For each item the places of its right options, the first being 0; ascending.
        package let right: [[Int]]

        package init(
            title: String, type: ItemType, options: Int, marks: Mark, scoring: ScoringRule, right: [[Int]]
        ) {
            self.title = title
            self.type = type
            self.options = options
            self.marks = marks
            self.scoring = scoring
            self.right = right
        }
    }

    package let form: FormID
    package let sections: [Section]

    package init(form: FormID, sections: [Section]) {
        self.form = form
        self.sections = sections
    }

    package var count: Int { sections.reduce(0) { $0 + $1.right.count } }
}

import ExamModel

extension FormContent {
    /// A form with the words of its items. Every item is in `items`, in the version that the form names.
    init(_ form: Form, items: [ItemReference: Item], shuffle: ShufflePlan? = nil) throws(Refusal) {
        var sections: [FormContentSection] = []
        for section in form.sections {
            var contents: [Item] = []
            for reference in section.items {
                guard let item = items[reference] else {
                    throw Refusal(
                        .itemGone, "试卷 \(form.id) 的试题 \(reference.id) 第 \(reference.version) 版已不在题库中，请重新组卷",
                        "item \(reference.id), version \(reference.version), of form \(form.id) is not in the bank; assemble again"
                    )
                }
                contents.append(item)
            }
            sections.append(
                FormContentSection(
                    title: section.title, type: section.type, marks: section.marks,
                    instructions: section.instructions, items: contents))
        }
        self.init(id: form.id, sections: sections, shuffle: shuffle)
    }
}

extension FindingCode {
    static let itemGone: FindingCode = "ITEM_GONE"
}

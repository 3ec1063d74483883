/// A form as a proof-reader sees it (校样).
package struct FormPreview: Hashable, Sendable, Codable {
    package let form: FormID
    /// Who looks, and when, as it stands on the watermark.
    package let reader: String
    package let looked: String
    package let sections: [Section]

    package init(form: FormID, reader: String, looked: String, sections: [Section]) {
        self.form = form
        self.reader = reader
        self.looked = looked
        self.sections = sections
    }

    package struct Section: Hashable, Sendable, Codable {
        package let title: String
        package let instructions: String
        package let entries: [Entry]

        package init(title: String, instructions: String, entries: [Entry]) {
            self.title = title
            self.instructions = instructions
            self.entries = entries
        }
    }

    package struct Entry: Hashable, Sendable, Codable {
        package let item: Item
        /// Why options keep their order, by the id of item or sub-item.
        package let locks: [String: OptionLock]
        /// The key in words; nil when it is not shown.
        package let key: String?
        package let rationale: String?

        package init(item: Item, locks: [String: OptionLock], key: String?, rationale: String?) {
            self.item = item
            self.locks = locks
            self.key = key
            self.rationale = rationale
        }
    }
}

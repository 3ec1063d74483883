/// An assembled form (试卷): which items, in which order. It names ids only, so it tells nobody what is asked.
package struct Form: Hashable, Sendable, Codable, Identifiable {
    /// `A`, `B`, …
    package let id: FormID
    package let sections: [FormSection]

    package init(id: FormID, sections: [FormSection]) {
        self.id = id
        self.sections = sections
    }

    package var items: [ItemReference] { sections.flatMap(\.items) }
}

package struct FormSection: Hashable, Sendable, Codable {
    package let title: String
    package let type: ItemType
    /// Full marks of one item.
    package let marks: Mark
    package let scoring: ScoringRule
    /// Nil where a form was assembled before floors could be chosen: zero.
    private let lowest: SectionFloor?
    package let items: [ItemReference]

    package init(
        title: String, type: ItemType, marks: Mark, scoring: ScoringRule, floor: SectionFloor = .zero,
        items: [ItemReference]
    ) {
        self.title = title
        self.type = type
        self.marks = marks
        self.scoring = scoring
        lowest = floor == .zero ? nil : floor
        self.items = items
    }

    package var floor: SectionFloor { lowest ?? .zero }

    private enum CodingKeys: String, CodingKey {
        case title, type, marks, scoring, items
        case lowest = "floor"
    }
}

/// An item in the version that a form uses.
package struct ItemReference: Hashable, Sendable, Codable {
    package let id: ItemID
    package let version: Int

    package init(id: ItemID, version: Int) {
        self.id = id
        self.version = version
    }
}

extension Identifier where Subject == Form {
    /// The id of the form at `index`: letters while they suffice, then numbers of one length.
    package static func numbered(_ index: Int, of count: Int) -> FormID {
        guard count > 26 else { return FormID(Item.Option.letter(at: index)) }
        let digits = String(index + 1)
        return FormID(String(repeating: "0", count: max(0, String(count).count - digits.count)) + digits)
    }
}

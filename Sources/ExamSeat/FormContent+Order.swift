package import ExamModel
import Foundation
import Sealing

extension FormContent {
    /// The form as one candidate sees it. The order is that of SHA-256 hashes in hexadecimal, ascending, each over lines
    /// joined by line feeds: for items `kaochang-order-1`, seed, ticket, item; for options the option's id as one more. Sub-items stay with
    /// their material, in their order; their options are ordered like those of items.
    package func ordered(for ticket: TicketNumber) -> FormContent {
        guard let shuffle, shuffle.items || shuffle.options else { return self }
        let locked = Set(shuffle.locked)
        let head = ["kaochang-order-1", shuffle.seed, ticket.text]
        return FormContent(
            id: id,
            sections: sections.map { section in
                var items = section.items
                if shuffle.items { items = Self.sorted(items) { head + [$0.id.text] } }
                if shuffle.options {
                    items = items.map { $0.with(parts: $0.parts.map { shuffled($0, locked, head) }) }
                        .map { shuffled($0, locked, head) }
                }
                return section.with(items: items)
            }, shuffle: shuffle)
    }

    private func shuffled(_ item: Item, _ locked: Set<ItemID>, _ head: [String]) -> Item {
        guard !item.options.isEmpty, !locked.contains(item.id) else { return item }
        return item.with(options: Self.sorted(item.options) { head + [item.id.text, $0.id.text] })
    }

    private static func sorted<Element>(_ elements: [Element], by lines: (Element) -> [String]) -> [Element] {
        elements.map { (hash: Digest(of: Data(lines($0).joined(separator: "\n").utf8)).description, element: $0) }
            .sorted { $0.hash < $1.hash }.map(\.element)
    }
}

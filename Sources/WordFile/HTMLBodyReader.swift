import ExamModel
import Foundation
import TableFile
import XMLFile

/// Reads an HTML page as paragraphs and tables.
struct HTMLBodyReader {
    private let xml: XMLReader
    private let place: Place
    private var blocks: [WordBlock] = []
    private var text = ""
    /// The lists that are open, outermost first.
    private var lists: [List] = []

    private struct List {
        /// Of the next entry; 0 for lists with bullets.
        var number: Int
        let isLettered: Bool
    }

    static func blocks(of html: [UInt8], at place: Place) throws(Refusal) -> [WordBlock] {
        var reader = HTMLBodyReader(
            xml: try XMLReader(html: html, at: place, damaged: .documentDamaged(at: place)), place: place)
        try reader.read()
        return reader.blocks
    }

    private init(xml: XMLReader, place: Place) {
        (self.xml, self.place) = (xml, place)
    }

    private mutating func read() throws(Refusal) {
        while let event = try xml.next() {
            switch event {
            case .start("script"): try xml.skip("script")
            case .start("style"): try xml.skip("style")
            case .start("head"): try xml.skip("head")
            case .start("del"): try xml.skip("del")
            case .start("table"):
                flush()
                blocks.append(.table(try HTMLTable.rows(xml, at: place)))
            case .start("br"): text += "\n"
            case .start("img"): blocks.append(.picture)
            case .start("ol"):
                flush()
                lists.append(orderedList())
            case .start("ul"):
                flush()
                lists.append(List(number: 0, isLettered: false))
            case .end("ol"), .end("ul"):
                flush()
                _ = lists.popLast()
            case .start("li"):
                flush()
                numberItem()
            case .start(let name) where Self.isBlock(name): flush()
            case .end(let name) where Self.isBlock(name): flush()
            case .text(let part): append(part)
            default: break
            }
            guard blocks.count <= WordLimits.blocks else { throw .documentTooLarge(at: place) }
        }
        flush()
    }

    private static func isBlock(_ name: String) -> Bool {
        ["p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dd", "dt", "section", "article", "pre", "hr"].contains(
            name)
    }

    private mutating func numberItem() {
        guard let list = lists.last, list.number > 0 else { return }
        let label = list.isLettered && list.number <= 26 ? Item.Option.letter(at: list.number - 1) : String(list.number)
        text = label + ". "
        lists[lists.count - 1].number += 1
    }

    /// Letters where the page asks for them, and in a list inside the entry of a numbered one, which can only be options.
    private func orderedList() -> List {
        let start = xml.attribute("start").flatMap { Int($0) } ?? 1
        let style = xml.attribute("type") ?? xml.attribute("style").flatMap { $0.contains("alpha") ? "A" : nil }
        let isInner = lists.last.map { $0.number > 1 && !$0.isLettered } ?? false
        return List(number: start, isLettered: style.map { "aA".contains($0) } ?? isInner)
    }

    /// White space of the source is one blank.
    private mutating func append(_ part: String) {
        for character in part {
            if character.isNewline || character == " " || character == "\t" {
                if let last = text.last, last != " ", last != "\n" { text.append(" ") }
            } else {
                text.append(character)
            }
        }
    }

    private mutating func flush() {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
        text = ""
        // An empty paragraph between items says where one ends.
        if lines.contains(where: { !$0.isEmpty }) { blocks.append(.paragraph(lines.joined(separator: "\n"))) }
    }
}

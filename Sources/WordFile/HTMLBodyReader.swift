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
    /// Numbers of the ordered lists that are open; 0 for lists with bullets.
    private var lists: [Int] = []

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
                lists.append(xml.attribute("start").flatMap { Int($0) } ?? 1)
            case .start("ul"):
                flush()
                lists.append(0)
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
        guard let number = lists.last, number > 0 else { return }
        text = "\(number). "
        lists[lists.count - 1] = number + 1
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

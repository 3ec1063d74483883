import ExamModel
import XMLFile

/// Reads the body of a document (ECMA-376 part 1, 17.2–17.4): tracked changes are taken as accepted.
final class WordBodyReader {
    let xml: XMLReader
    let place: Place
    let styles: WordStyles
    var numbering: WordNumbering
    /// The blocks of the embedded part that a relationship names.
    private let embedded: (String) throws(Refusal) -> [WordBlock]
    private var characters = 0
    private var blockCount = 0

    init(
        _ xml: XMLReader, at place: Place, styles: WordStyles, numbering: WordNumbering,
        embedded: @escaping (String) throws(Refusal) -> [WordBlock]
    ) {
        (self.xml, self.place, self.styles, self.numbering) = (xml, place, styles, numbering)
        self.embedded = embedded
    }

    /// The blocks up to the end of `element`, whose start was just told; `nil` reads to the end of the document.
    func blocks(until element: String?) throws(Refusal) -> [WordBlock] {
        var blocks: [WordBlock] = []
        /// The text of a paragraph whose mark was deleted: it goes on in the next.
        var carried = ""
        while let event = try xml.next() {
            switch event {
            case .start("p"):
                let paragraph = try paragraph()
                if paragraph.isContinued {
                    carried += paragraph.text
                } else {
                    blocks.append(.paragraph(paragraph.label(before: carried) + carried + paragraph.text))
                    carried = ""
                }
                blocks += paragraph.inside
                try count(1)
            case .start("tbl"): blocks.append(.table(try table()))
            case .start("altChunk"): blocks += try embedded(xml.attribute(anywhere: "id") ?? "")
            case .start(let name) where Self.isSkipped(name): try xml.skip(name)
            case .end(let name) where name == element:
                return carried.isEmpty ? blocks : blocks + [.paragraph(carried)]
            default: break
            }
        }
        return carried.isEmpty ? blocks : blocks + [.paragraph(carried)]
    }

    /// Deleted and moved away text, fields' instructions, hints to pronunciation, and what old programs see instead.
    static func isSkipped(_ name: String) -> Bool {
        switch name {
        case "del", "moveFrom", "delText", "delInstrText", "instrText", "rt", "Fallback", "sectPr", "sdtPr", "tblPr",
            "tblGrid", "trPrChange", "pPrChange", "rPrChange", "tblPrEx":
            true
        default: false
        }
    }

    func count(_ blocks: Int, text: String = "") throws(Refusal) {
        blockCount += blocks
        characters += text.utf8.count
        guard blockCount <= WordLimits.blocks, characters <= WordLimits.characters * 3 else {
            throw .documentTooLarge(at: place)
        }
    }
}

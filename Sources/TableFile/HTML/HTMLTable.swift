package import ExamModel
import Foundation
package import XMLFile

/// Tables of web pages.
package enum HTMLTable {
    /// Cells that a cell is spread over at most (HTML, 4.9.11), and columns of a row.
    private static let limit = 1000

    /// Whether a text without a name is HTML: it begins with a tag, and one that only pages have.
    package static func isHTML(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
        let start = head.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard start.first == "<" else { return false }
        return ["<html", "<!doctype html", "<table", "<head", "<body", "<meta", "<style", "<div", "<p>"]
            .contains { start.contains($0) }
    }

    /// The rows of the table whose start was just told. The text of a cell that is spread over rows stands in every one
    /// of them, of a cell spread over columns in the first.
    ///
    /// Refuses: TABLE_TOO_LARGE.
    package static func rows(_ xml: XMLReader, at place: Place) throws(Refusal) -> [[String]] {
        var rows: [[String]] = []
        var cells: [String] = []
        /// Cells from above that reach into the rows to come, by column.
        var pending: [Int: (text: String, rows: Int)] = [:]
        var budget = TableLimits.cells
        func fill() {
            while let above = pending[cells.count] {
                let column = cells.count
                cells.append(above.text)
                pending[column] = above.rows > 1 ? (above.text, above.rows - 1) : nil
            }
        }
        func finish() {
            fill()
            if !cells.isEmpty { rows.append(cells) }
            cells = []
        }
        while let event = try xml.next() {
            switch event {
            case .start("tr"): finish()
            case .start("td"), .start("th"):
                let name = if case .start(let name) = event { name } else { "td" }
                let columns = min(max(xml.attribute("colspan").flatMap { Int($0) } ?? 1, 1), limit)
                let span = min(max(xml.attribute("rowspan").flatMap { Int($0) } ?? 1, 1), limit)
                let text = try text(xml, until: name, at: place)
                for offset in 0..<columns {
                    fill()
                    if span > 1 { pending[cells.count] = (offset == 0 ? text : "", span - 1) }
                    cells.append(offset == 0 ? text : "")
                }
                budget -= columns
                guard budget > 0, cells.count <= TableLimits.columns else { throw TableLimits.tooLarge(at: place) }
            case .end("table"):
                finish()
                return rows
            default: break
            }
        }
        finish()
        return rows
    }

    /// The text of a cell: paragraphs and breaks are lines, tables inside it cells divided by tabs.
    private static func text(_ xml: XMLReader, until name: String, at place: Place) throws(Refusal) -> String {
        var text = ""
        while let event = try xml.next() {
            switch event {
            case .start("table"):
                text += try rows(xml, at: place).map { $0.joined(separator: "\t") }.joined(separator: "\n")
            case .start("br"), .end("p"), .end("div"), .end("li"): text += "\n"
            case .start("style"): try xml.skip("style")
            case .start("script"): try xml.skip("script")
            case .text(let part): text += part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            case .end(name): return text.trimmingCharacters(in: .whitespacesAndNewlines)
            default: break
            }
        }
        return text
    }
}

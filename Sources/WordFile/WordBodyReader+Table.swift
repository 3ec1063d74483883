import ExamModel
import XMLFile

extension WordBodyReader {
    private struct Cell {
        var text = ""
        var span = 1
        /// It continues the cell above.
        var isContinued = false
        var isDeleted = false
    }

    /// Rows of cells; the text of cells that are merged downwards stands in every row, of those merged to the right in the
    /// first column.
    func table() throws(Refusal) -> [[String]] {
        var rows: [[String]] = []
        while let event = try xml.next() {
            switch event {
            case .start("tr"):
                if let row = try row(below: rows.last ?? []) { rows.append(row) }
            case .start(let name) where Self.isSkipped(name): try xml.skip(name)
            case .end("tbl"): return rows
            default: break
            }
        }
        return rows
    }

    /// `nil` for a row that was deleted.
    private func row(below last: [String]) throws(Refusal) -> [String]? {
        var cells: [String] = []
        var isDeleted = false
        while let event = try xml.next() {
            switch event {
            case .start("trPr"): isDeleted = try isDeletedRow(&cells)
            case .start("tc"):
                let cell = try cell()
                guard !cell.isDeleted else { continue }
                let above = last.indices.contains(cells.count) ? last[cells.count] : ""
                cells.append(cell.isContinued ? above : cell.text)
                cells += Array(repeating: "", count: min(max(cell.span, 1), WordLimits.columns) - 1)
                guard cells.count <= WordLimits.columns else { throw .documentTooLarge(at: place) }
                try count(1)
            case .start(let name) where Self.isSkipped(name): try xml.skip(name)
            case .end("tr"): return isDeleted ? nil : cells
            default: break
            }
        }
        return cells
    }

    /// Reads a row's properties; columns that the row leaves out before its first cell become empty cells.
    private func isDeletedRow(_ cells: inout [String]) throws(Refusal) -> Bool {
        var isDeleted = false
        while let event = try xml.next() {
            switch event {
            case .start("del"): isDeleted = true
            case .start("gridBefore"):
                let count = xml.attribute(anywhere: "val").flatMap { Int($0) } ?? 0
                cells += Array(repeating: "", count: min(max(count, 0), WordLimits.columns))
            case .start("trPrChange"): try xml.skip("trPrChange")
            case .end("trPr"): return isDeleted
            default: break
            }
        }
        return isDeleted
    }

    private func cell() throws(Refusal) -> Cell {
        var cell = Cell()
        var inside: [WordBlock] = []
        while let event = try xml.next() {
            switch event {
            case .start("tcPr"): try properties(of: &cell)
            case .start("p"):
                let paragraph = try paragraph()
                inside.append(.paragraph(paragraph.label(before: "") + paragraph.text))
                inside += paragraph.inside
            case .start("tbl"): inside.append(.table(try table()))
            case .start(let name) where Self.isSkipped(name): try xml.skip(name)
            case .end("tc"):
                cell.text = Self.text(of: inside)
                return cell
            default: break
            }
        }
        return cell
    }

    private func properties(of cell: inout Cell) throws(Refusal) {
        while let event = try xml.next() {
            switch event {
            case .start("gridSpan"): cell.span = xml.attribute(anywhere: "val").flatMap { Int($0) } ?? 1
            case .start("vMerge"): cell.isContinued = xml.attribute(anywhere: "val") != "restart"
            case .start("cellDel"): cell.isDeleted = true
            case .start("tcPrChange"): try xml.skip("tcPrChange")
            case .end("tcPr"): return
            default: break
            }
        }
    }

    /// Paragraphs as lines, tables inside a cell with their cells divided by tabs.
    static func text(of blocks: [WordBlock]) -> String {
        blocks.compactMap { block -> String? in
            switch block {
            case .paragraph(let text): text
            case .table(let rows): rows.map { $0.joined(separator: "\t") }.joined(separator: "\n")
            case .finding: nil
            }
        }
        .joined(separator: "\n")
    }
}

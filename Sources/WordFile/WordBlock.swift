import ExamModel
import TableFile

/// A block whose line in the document is not known yet.
enum WordBlock {
    case paragraph(String)
    /// Rows of cells; a cell's paragraphs are lines of its text.
    case table([[String]])
    /// Something that was left out here.
    case finding(FindingCode, Bilingual)
}

extension WordDocument {
    /// Gives every block its line.
    init(file: String, format: Format, blocks: [WordBlock]) {
        var line = 1
        var numbered: [Block] = []
        var findings: [Finding] = []
        for block in blocks {
            switch block {
            case .paragraph(let text):
                numbered.append(.paragraph(Paragraph(line: line, text: text)))
                line += 1 + text.utf8.count { $0 == UInt8(ascii: "\n") }
            case .table(let rows):
                let rows = rows.enumerated().map { offset, cells in
                    Table.Row(number: offset + 1, line: line + offset, cells: cells.map { Table.Cell($0) })
                }
                numbered.append(.table(Table.Sheet(name: nil, rows: rows)))
                line += rows.count
            case .finding(let code, let message):
                findings.append(Finding(.warning, code, at: Place(file: file, line: line), message))
            }
        }
        self.init(file: file, format: format, blocks: numbered, findings: findings)
    }
}

extension WordBlock {
    static let picture = WordBlock.finding(
        .pictureSkipped,
        Bilingual("此处有图片，图片没有导入，请核对题目是否依赖图片。", "A picture here was left out; check whether the item needs it."))
    static let hiddenText = WordBlock.finding(
        .hiddenTextSkipped,
        Bilingual("此处有隐藏文字，没有导入；如需要请先取消隐藏。", "Hidden text here was left out; unhide it if it is needed."))

    static func part(_ name: String) -> WordBlock {
        .finding(
            .partSkipped,
            Bilingual(
                "文档内嵌的部分“\(name)”无法读取，没有导入；请打开文档另存为 .docx 后再导入。",
                "The embedded part \"\(name)\" is not read and was left out; open the document and save it again as .docx."
            ))
    }
}

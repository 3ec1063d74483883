import ExamModel
import Foundation
import XMLFile
import ZipFile

/// Reads the visible worksheets of an .xlsx workbook (ECMA-376, both its transitional and its strict form).
struct WorkbookReader {
    private let file: String
    private let archive: ZipArchive

    static func read(_ data: Data, file: String) throws(Refusal) -> Table {
        if let kind = FileSignature(data), kind != .zip { throw kind.mismatch(file: file) }
        let archive = try ZipArchive.read(data, file: file) { $0.hasSuffix(".xml") || $0.hasSuffix(".rels") }
        let sheets = try WorkbookReader(file: file, archive: archive).sheets()
        return Table(file: file, format: .xlsx, encoding: "utf-8", sheets: sheets)
    }

    private func sheets() throws(Refusal) -> [Table.Sheet] {
        let roots = try Relationships(of: "", in: archive, at: place, damaged: Self.damaged(at: place))
        guard let path = roots.first(ofType: "officeDocument"), let data = archive[path] else {
            throw Refusal(
                .contentMismatch, at: place, "文件里没有工作簿，不是 .xlsx 表格，请在表格软件中另存为 .xlsx。",
                "The file holds no workbook; save it as .xlsx in a spreadsheet program.")
        }
        let workbook = try Workbook(data, at: place)
        let parts = try Relationships(of: path, in: archive, at: place, damaged: Self.damaged(at: place))
        let strings = try shared(parts)
        let styles = try StyleSheet(part(parts.first(ofType: "styles")), at: place)
        let dates = workbook.usesDatesFrom1904 ? DateSystem.from1904 : .from1900
        var budget = TableLimits.cells
        var sheets: [Table.Sheet] = []
        for sheet in workbook.sheets where !sheet.isHidden {
            guard let target = parts.target(of: sheet.relationship, type: "worksheet") else { continue }
            guard let data = archive[target] else { throw Self.damaged(at: Place(file: file, sheet: sheet.name)) }
            let place = Place(file: file, sheet: sheet.name)
            var reader = try SheetReader(
                data, strings: strings, styles: styles, dates: dates, budget: budget, place: place)
            sheets.append(Table.Sheet(name: sheet.name, rows: try reader.rows()))
            budget = reader.budget
        }
        return sheets
    }

    private var place: Place { Place(file: file) }

    private func part(_ path: String?) -> Data? {
        path.flatMap { archive[$0] }
    }

    private func shared(_ parts: Relationships) throws(Refusal) -> [String] {
        guard let data = part(parts.first(ofType: "sharedStrings")) else { return [] }
        let xml = try XMLReader(workbook: data, at: place)
        var strings: [String] = []
        while let event = try xml.next() {
            if case .start("si") = event { strings.append(try xml.richText(until: "si")) }
            guard strings.count <= TableLimits.cells else { throw TableLimits.tooLarge(at: place) }
        }
        return strings
    }

    static func damaged(at place: Place) -> Refusal {
        Refusal(
            .workbookDamaged, at: place, "工作簿内部缺失或损坏，请在表格软件中打开并另存为新的 .xlsx。",
            "The workbook is damaged inside; open it in a spreadsheet program and save it as a new .xlsx.")
    }
}

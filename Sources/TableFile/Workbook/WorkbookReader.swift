import AtomicFile
import ExamModel
import Foundation
import XMLFile
import ZipFile

/// Reads the visible worksheets of an .xlsx workbook (ECMA-376, both its transitional and its strict form).
struct WorkbookReader {
    private let file: String
    private let archive: ZipReader

    static func read(_ data: Data, file: String) throws(Refusal) -> Table {
        if let kind = FileSignature(data), kind != .zip { throw kind.mismatch(file: file) }
        var collector = TableCollector()
        try WorkbookReader(file: file, archive: ZipReader(data, file: file)).tell(&collector)
        return collector.table
    }

    /// Tells the rows of the workbook at `url`, which is unpacked as it is read.
    static func read(_ url: URL, _ visitor: inout some TableVisitor) throws(Refusal) {
        let file = url.lastPathComponent
        try AtomicFile.check(url, limit: TableLimits.fileBytes)
        if let kind = FileSignature(AtomicFile.head(of: url)), kind != .zip { throw kind.mismatch(file: file) }
        try WorkbookReader(file: file, archive: ZipReader(url)).tell(&visitor)
    }

    private func tell(_ visitor: inout some TableVisitor) throws(Refusal) {
        let roots = try Relationships(of: "", in: archive, at: place, damaged: Self.damaged(at: place))
        guard let path = roots.first(ofType: "officeDocument"), let data = try archive.data(path) else {
            throw Refusal(
                .contentMismatch, at: place, "文件里没有工作簿，不是 .xlsx 表格，请在表格软件中另存为 .xlsx。",
                "The file holds no workbook; save it as .xlsx in a spreadsheet program.")
        }
        let workbook = try Workbook(data, at: place)
        let parts = try Relationships(of: path, in: archive, at: place, damaged: Self.damaged(at: place))
        let strings = try shared(parts)
        let styles = try StyleSheet(part(parts.first(ofType: "styles")), at: place)
        let dates = workbook.usesDatesFrom1904 ? DateSystem.from1904 : .from1900
        try visitor.open(Table(file: file, format: .xlsx, encoding: "utf-8", sheets: []))
        var budget = TableLimits.cells
        for sheet in workbook.sheets where !sheet.isHidden {
            guard let target = parts.target(of: sheet.relationship, type: "worksheet") else { continue }
            let place = Place(file: file, sheet: sheet.name)
            var merged: MergedCells?
            while true {
                guard let xml = try XMLScanner.over(target, of: archive, at: place) else {
                    throw Self.damaged(at: place)
                }
                var reader = SheetReader(
                    xml, strings: strings, styles: styles, dates: dates, budget: budget, place: place)
                try visitor.begin(sheet: sheet.name, again: merged != nil)
                let found = try reader.read { row throws(Refusal) in try visitor.take(merged?.filled(row) ?? row) }
                // What is merged over rows is known now: the sheet is read again with it.
                guard merged != nil || found.isEmpty else {
                    merged = found
                    continue
                }
                try visitor.end()
                budget = reader.budget
                break
            }
        }
    }

    private var place: Place { Place(file: file) }

    private func part(_ path: String?) throws(Refusal) -> Data? {
        guard let path else { return nil }
        return try archive.data(path)
    }

    private func shared(_ parts: Relationships) throws(Refusal) -> SharedStrings {
        guard let path = parts.first(ofType: "sharedStrings"),
            var xml = try XMLScanner.over(path, of: archive, at: place)
        else { return SharedStrings() }
        return try SharedStrings(&xml, at: place)
    }

    static func damaged(at place: Place) -> Refusal {
        Refusal(
            .workbookDamaged, at: place, "工作簿内部缺失或损坏，请在表格软件中打开并另存为新的 .xlsx。",
            "The workbook is damaged inside; open it in a spreadsheet program and save it as a new .xlsx.")
    }
}

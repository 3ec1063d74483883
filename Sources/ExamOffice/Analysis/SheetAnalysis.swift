import AnswerKey
import ExamModel
import ExamSettings
import Foundation
import ItemAnalysis

/// `kaochang analyse`: a file of answer sheets, scored by a key, ranked and analysed without an exam folder.
struct SheetAnalysis {
    /// The command's document.
    struct Document: Encodable {
        let analysis: FormAnalysis
        /// How many sheets have each total, from the lowest to the highest that occurs.
        let distribution: [Total]
    }

    /// All sheets of one total: how many, and their rank (standard competition ranking).
    struct Total: Encodable {
        let total: Mark
        let sheets: Int
        let rank: Int
    }

    let key: SheetKey
    let counted: CountedSheets
    private let source: Source

    private enum Source {
        case packed(PackedSheets)
        case table(SheetTable)
    }

    /// Reads, scores and counts the sheets.
    ///
    /// - Throws: What reading a key or sheets throws.
    init(_ file: URL, key keyFile: URL) throws(Refusal) {
        key = try SheetKey.read(keyFile)
        let bytes = try SheetBytes(file)
        if try PackedSheets.isPacked(bytes) {
            let packed = try PackedSheets(bytes)
            source = .packed(packed)
            counted = try packed.counted(by: try CodedForm(key, items: packed.items))
        } else {
            let table = try SheetTable(bytes, items: key.count)
            source = .table(table)
            counted = try table.counted(
                by: try CodedForm(key, items: table.headings.map { ItemID($0) }), judgements: key.judgements)
        }
    }

    func document() throws(Refusal) -> Document {
        guard let analysis = FormAnalysis(counted) else {
            throw Refusal(.emptySheets, "文件里没有答卷，请核对", "there are no sheets in the file; look at it")
        }
        let totals = counted.totals().map { Total(total: $0.total, sheets: $0.sheets, rank: $0.rank) }
        return Document(analysis: analysis, distribution: totals)
    }

    /// The tickets of the sheets, or their numbers in the file.
    private func tickets() throws(Refusal) -> [String] {
        let tickets: [String]
        switch source {
        case .packed(let packed): tickets = try packed.tickets()
        case .table(let table): tickets = try table.read(key: counted.form, judgements: key.judgements).tickets
        }
        return tickets.isEmpty ? (1...max(counted.count, 1)).map(String.init) : tickets
    }

    /// Ticket, total and rank of every sheet, the best first.
    func ranking() throws(Refusal) -> [[String]] {
        let (tickets, ranks) = (try tickets(), counted.ranks())
        let order = ranks.indices.sorted { ranks[$0] == ranks[$1] ? $0 < $1 : ranks[$0] < ranks[$1] }
        return [["名次", "准考证号", "总分"]]
            + order.map { ["\(ranks[$0])", tickets[$0], counted.total($0).description] }
    }

    /// The sheets of a table in the packed format.
    func packed() throws(Refusal) -> Data {
        guard case .table(let table) = source else {
            throw Refusal(.alreadyPacked, "这已经是紧凑答卷文件", "the file is packed already")
        }
        let sheets = try table.read(key: counted.form, judgements: key.judgements)
        let items = counted.form.items
        return try PackedSheets.data(
            form: key.form, items: items.map(\.id), options: items.map(\.options.count), responses: sheets.responses,
            tickets: sheets.tickets)
    }
}

extension SheetKey {
    /// For each item whether T and F are its options.
    fileprivate var judgements: [Bool] {
        sections.flatMap { section in section.right.map { _ in section.type == .trueFalse } }
    }
}

extension FindingCode {
    static let emptySheets: FindingCode = "EMPTY_SHEETS"
    static let alreadyPacked: FindingCode = "ALREADY_PACKED"
}

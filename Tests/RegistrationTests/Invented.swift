import ExamModel
import Registration
import TableFile

/// Invented people and the tables that name them.
enum Invented {
    static let header = ["准考证号", "姓名", "身份证号", "代表队", "市州", "单位", "队员类别", "座位"]

    /// The invented number of person `index`, under an area code that is not assigned.
    static func identity(_ index: Int) -> String {
        let digits = "99000019900101".map { $0.wholeNumberValue ?? 0 } + [index / 100, index / 10 % 10, index % 10]
        return digits.map(String.init).joined()
            + String(decoding: [IdentityNumber.checkCharacter(of: digits)], as: UTF8.self)
    }

    static func person(_ index: Int, team: String = "甲市一队", city: String = "甲市", role: String = "正式")
        -> [String]
    {
        ["T\(index)", "甲\(index)", identity(index), team, city, "甲市窗口", role, "1-\(index)"]
    }

    /// A workbook whose sheets are called 表1, 表2, …, with all rows as given.
    static func workbook(_ sheets: [[[String]]]) -> Table {
        let sheets = sheets.enumerated().map { number, rows in
            Table.Sheet(
                name: "表\(number + 1)",
                rows: rows.enumerated().map { index, cells in
                    Table.Row(number: index + 1, line: nil, cells: cells.map { Table.Cell($0) })
                })
        }
        return Table(file: "roster.xlsx", format: .xlsx, encoding: "utf-8", sheets: sheets)
    }

    static let barredHeader = ["姓名", "身份证号", "名单"]

    /// The people of these numbers.
    static func barred(_ people: Int...) throws -> BarredList {
        var barred = BarredList()
        try barred.add(workbook([[barredHeader] + people.map { ["甲\($0)", identity($0), "2019年度省邀请赛"] }]))
        return barred
    }
}

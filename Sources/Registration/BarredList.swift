package import ExamModel
package import TableFile

/// People who may not take part, by identity number (附件第五部分（二）末段).
package struct BarredList: Sendable {
    package struct Entry: Hashable, Sendable {
        package let name: String
        /// The list that bars the person: 2019年度省邀请赛.
        package let list: String
    }

    private var entries: [IdentityNumber: Entry] = [:]

    package init() {}

    /// Adds a table with the columns 姓名, 身份证号 and 名单. A list with a damaged number is refused whole: a person
    /// who slips through would not be noticed.
    package mutating func add(_ table: Table) throws(Refusal) {
        guard let sheet = table.sheets.first else { return }
        let columns = try ColumnMap([["姓名"], ["身份证号", "身份证号码", "公民身份号码"], ["名单", "赛事"]], in: sheet, of: table.file)
        var findings: [Finding] = []
        for row in sheet.rows.dropFirst() {
            switch IdentityNumber.read(columns.text("身份证号", in: row)) {
            case .success(let identity):
                entries[identity] = Entry(name: columns.text("姓名", in: row), list: columns.text("名单", in: row))
            case .failure(let fault):
                findings.append(Finding(.error, .badIdentity, at: sheet.place(of: row, in: table.file), fault.message))
            }
        }
        guard findings.isEmpty else { throw Refusal(findings) }
    }

    package func entry(for identity: IdentityNumber) -> Entry? {
        entries[identity]
    }
}

package import ExamModel
package import TableFile

/// People who may not take part, by identity number (附件第五部分（二）末段).
package struct BarredList: Sendable {
    package struct Entry: Hashable, Sendable {
        package let name: String
        /// The list that bars the person: 2019年度省邀请赛.
        package let list: String
    }

    private static let columns = [["姓名"], ["身份证号", "身份证号码", "公民身份号码"], ["名单", "赛事"]]

    private var entries: [IdentityNumber: Entry] = [:]

    package init() {}

    /// Adds a table with the columns 姓名, 身份证号 and 名单 on each of its sheets. A list with a damaged number is refused
    /// whole: a person who slips through would not be noticed. So is a list of nobody.
    package mutating func add(_ table: Table) throws(Refusal) {
        var added: [IdentityNumber: Entry] = [:]
        var findings: [Finding] = []
        for (sheet, columns) in try ColumnMap.sheets(of: table, Self.columns) {
            for row in sheet.rows.dropFirst() {
                switch IdentityNumber.read(columns.text("身份证号", in: row)) {
                case .success(let identity):
                    added[identity] = Entry(name: columns.text("姓名", in: row), list: columns.text("名单", in: row))
                case .failure(let fault):
                    let place = sheet.place(of: row, in: table.file)
                    findings.append(Finding(.error, .badIdentity, at: place, fault.message))
                }
            }
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        guard !added.isEmpty else {
            throw Refusal(
                .emptyTable, at: Place(file: table.file), "名单里没有人，请核对", "nobody is on the list; look at the file")
        }
        entries.merge(added) { _, new in new }
    }

    package func entry(for identity: IdentityNumber) -> Entry? {
        entries[identity]
    }

    /// One finding `BARRED` for each registered person who is on a list, in the order of the roster.
    ///
    /// - Parameter file: the name of the roster's file, where the findings are said to stand.
    package func findings(in roster: Roster, file: String) -> [Finding] {
        roster.candidates.compactMap { finding(on: $0, at: Place(file: file)) }
    }

    package func finding(on candidate: Candidate, at place: Place) -> Finding? {
        guard let entry = entry(for: candidate.identity) else { return nil }
        return Finding(
            .error, .barred, at: place,
            Bilingual(
                "\(candidate.name)（\(candidate.identity.masked)）在“\(entry.list)”名单中，不得参加；请由\(candidate.team)更换队员",
                "\(candidate.name) is on the list “\(entry.list)” and may not take part; the team must replace the member"
            ))
    }
}

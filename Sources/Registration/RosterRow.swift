import ExamModel
import TableFile

/// One row of a roster file, read by itself: what it says, or everything that is wrong with it.
struct RosterRow {
    static let columns = [
        ["准考证号"], ["姓名"], ["身份证号", "身份证号码", "公民身份号码"], ["代表队", "队伍"], ["市州", "市（州）", "市(州)"], ["单位", "工作单位"],
        ["队员类别", "类别"], ["座位", "座位号"],
    ]

    let candidate: Candidate
    let city: String

    static func read(_ row: Table.Row, _ columns: ColumnMap, at place: Place, _ findings: inout [Finding]) -> RosterRow?
    {
        let before = findings.count
        func text(_ column: String) -> String { columns.text(column, in: row) }
        func refuse(_ code: FindingCode, _ message: Bilingual) {
            findings.append(Finding(.error, code, at: place, message))
        }
        for column in ["准考证号", "姓名", "代表队", "市州", "单位"] where text(column).isEmpty {
            refuse(.emptyCell, Bilingual("“\(column)”为空，请填写", "“\(column)” is empty; fill it in"))
        }
        let ticket = text("准考证号")
        if !ticket.isEmpty, ticket.wholeMatch(of: /[0-9A-Za-z-]{1,32}/) == nil {
            refuse(
                .badTicket,
                Bilingual(
                    "准考证号“\(ticket)”应为 1 至 32 位数字、字母或连字符；若是 1.23E+09 之类，请把该列设为“文本”后重填",
                    "the ticket number “\(ticket)” must be 1 to 32 digits, letters or hyphens; format the column as text"
                ))
        }
        let role = role(text("队员类别"))
        if role == nil {
            refuse(
                .badRole, Bilingual("队员类别应为“正式”或“替补”，这里是“\(text("队员类别"))”", "the role must be 正式 or 替补"))
        }
        let identity = IdentityNumber.read(text("身份证号"))
        if case .failure(let fault) = identity { refuse(.badIdentity, fault.message) }
        guard findings.count == before, let role, case .success(let number) = identity else { return nil }
        let seat = text("座位")
        return RosterRow(
            candidate: Candidate(
                ticket: TicketNumber(ticket), name: text("姓名"), identity: number, team: TeamID(text("代表队")),
                unit: text("单位"), role: role, seat: seat.isEmpty ? nil : seat), city: text("市州"))
    }

    private static func role(_ word: String) -> Candidate.Role? {
        switch word {
        case "正式", "正式队员": .regular
        case "替补", "替补队员": .substitute
        default: nil
        }
    }
}

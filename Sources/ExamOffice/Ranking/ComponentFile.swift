import ExamModel
import Foundation
import TableFile

/// A table with the marks of one component: a row a person (准考证号, 成绩) or a team (代表队, 成绩). Further columns of
/// numbers are sections that tie-breaks may name; 用时 is in whole seconds.
struct ComponentFile {
    private static let identity = ["准考证号", "代表队", "姓名", "单位", "市州"]
    private let component: Component
    private let table: Table

    init(_ component: Component, at url: URL) throws(Refusal) {
        self.component = component
        table = try TableFile.read(url)
    }

    /// The marks, or everything that is wrong with the table. Names and teams that it has must be those of `roster`: a row
    /// that slipped would give one person's marks to another.
    func scores(of roster: Roster) throws(Refusal) -> ComponentScores {
        let people = Dictionary(roster.candidates.map { ($0.ticket, $0) }) { first, _ in first }
        return try scores(people)
    }

    private func scores(_ candidates: [TicketNumber: Candidate]) throws(Refusal) -> ComponentScores {
        var (people, teams, findings): ([Score], [TeamID: Mark], [Finding]) = ([], [:], [])
        var seen: [String: Int] = [:]
        for sheet in table.sheets {
            guard let header = sheet.rows.first else { continue }
            let place = sheet.place(of: header, in: table.file)
            let columns = try columns(header, at: place)
            for row in sheet.rows.dropFirst() where row.cells.contains(where: { !$0.text.isBlank }) {
                let place = sheet.place(of: row, in: table.file)
                do throws(Refusal) {
                    let name = row[columns.name].trimmed
                    guard !name.isEmpty else { throw refusal(place, "缺少\(subject)", "who it is about is missing") }
                    if let earlier = seen.updateValue(row.number, forKey: name) {
                        throw refusal(place, "\(name) 与第 \(earlier) 行重复", "\(name) stands in row \(earlier) already")
                    }
                    if component.subject == .person, let candidate = candidates[TicketNumber(name)] {
                        try refuseStranger(candidate, row, columns, at: place)
                    }
                    let total = try mark(row[columns.total], in: columns.totalTitle, at: place)
                    if component.subject == .team { teams[TeamID(name)] = total }
                    people.append(try score(of: TicketNumber(name), total, row, columns, at: place))
                } catch {
                    findings += error.findings
                }
            }
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        guard !seen.isEmpty else {
            throw refusal(
                Place(file: table.file), "“\(component.name)”的表里没有一行成绩", "the table of \(component.name) has no marks")
        }
        return ComponentScores(
            name: component.name, people: component.subject == .person ? people : [], teams: teams)
    }

    private struct Columns {
        let name: Int
        let total: Int
        let totalTitle: String
        let seconds: Int?
        /// Who the ticket belongs to, as the table has it.
        let person: Int?
        let team: Int?
        /// Title and column of every other column that holds numbers.
        let sections: [(title: String, column: Int)]
    }

    private var subject: String { component.subject == .person ? "准考证号" : "代表队" }

    private func columns(_ header: Table.Row, at place: Place) throws(Refusal) -> Columns {
        let titles = header.cells.map(\.text.trimmed)
        let totals = [component.name, "成绩", "得分", "总分"]
        guard let name = titles.firstIndex(of: subject),
            let total = totals.lazy.compactMap({ titles.firstIndex(of: $0) }).first
        else {
            throw refusal(
                place, "表头应有“\(subject)”和“成绩”（或“\(component.name)”）两列", "the header needs the columns \(subject) and 成绩"
            )
        }
        let used = [subject, titles[total], "用时", "姓名", "代表队"]
        if let twice = used.first(where: { title in titles.count { $0 == title } > 1 }) {
            throw refusal(place, "表头有两列“\(twice)”，请只留一列", "there are two columns \(twice); keep one")
        }
        let known = Self.identity + totals + ["用时", ""]
        return Columns(
            name: name, total: total, totalTitle: titles[total], seconds: titles.firstIndex(of: "用时"),
            person: titles.firstIndex(of: "姓名"), team: titles.firstIndex(of: "代表队"),
            sections: titles.enumerated().filter { !known.contains($0.element) }.map { ($0.element, $0.offset) })
    }

    private func refuseStranger(
        _ candidate: Candidate, _ row: Table.Row, _ columns: Columns, at place: Place
    ) throws(Refusal) {
        for (column, own) in [(columns.person, candidate.name), (columns.team, candidate.team.text)] {
            guard let column, !row[column].isBlank, row[column].trimmed != own else { continue }
            throw refusal(
                place, "准考证号 \(candidate.ticket) 在名册中是“\(own)”，这里是“\(row[column].trimmed)”；请核对是否错行",
                "ticket \(candidate.ticket) is \(own) on the roster and \(row[column].trimmed) here; did a row slip?")
        }
    }

    private func score(
        of ticket: TicketNumber, _ total: Mark, _ row: Table.Row, _ columns: Columns, at place: Place
    ) throws(Refusal) -> Score {
        var sections: [SectionScore] = []
        for (title, column) in columns.sections {
            let marks = try mark(row[column], in: title, at: place)
            sections.append(SectionScore(title: title, marks: marks, full: marks))
        }
        var seconds = 0
        if let column = columns.seconds, !row[column].isBlank {
            guard let number = Int(row[column].trimmed), number >= 0 else {
                throw refusal(place, "用时“\(row[column])”应为整数秒", "用时 is in whole seconds, not “\(row[column])”")
            }
            seconds = number
        }
        return Score(ticket: ticket, form: "", total: total, sections: sections, items: [], seconds: seconds)
    }

    private func mark(_ text: String, in column: String, at place: Place) throws(Refusal) -> Mark {
        guard let mark = Mark(text.trimmed), mark >= .zero else {
            throw refusal(
                place, "“\(column)”应为不小于 0、至多三位小数的数，这里是“\(text)”；缺考的人请整行删去",
                "\(column) must be a number of at most three decimals, not “\(text)”; leave out whoever was absent")
        }
        return mark
    }

    private func refusal(_ place: Place, _ chinese: String, _ english: String) -> Refusal {
        Refusal(.badComponent, at: place, chinese, english)
    }
}

extension FindingCode {
    /// A row of a component's table that cannot be read.
    static let badComponent: FindingCode = "BAD_COMPONENT"
}

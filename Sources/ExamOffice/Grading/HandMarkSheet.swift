import ExamModel
import Foundation
import Grading
import Sealing
import TableFile

/// The sheet on which people enter marks (评分表): one row an answer, under a secret number (密号) instead of the ticket,
/// so that whoever marks does not know whose answer it is.
struct HandMarkSheet {
    private enum Column: String, CaseIterable {
        case code = "密号"
        case item = "试题"
        case stem = "题目"
        case answer = "参考答案"
        case texts = "作答"
        case full = "满分"
        case step = "评分间隔"
        case marks = "得分"
        case marker = "阅卷人"
    }

    /// What was asked, with a case's material, and the model answer.
    struct Question {
        let stem: String
        let answer: String
    }

    private let tasks: [HandTask]

    init(_ tasks: [HandTask]) {
        self.tasks = tasks
    }

    /// The sheet to be filled in, in the order of items and then of secret numbers.
    func template(_ questions: [ItemID: Question]) -> Data {
        let rows = tasks.map { task in
            [
                Self.code(of: task), task.item.text, questions[task.item]?.stem ?? "",
                questions[task.item]?.answer ?? "",
                task.texts.joined(separator: "；"), task.full.description, task.step.description, "", "",
            ]
        }
        let sorted = rows.sorted { ($0[1], $0[0]) < ($1[1], $1[0]) }
        return CSVWriter.data([Column.allCases.map(\.rawValue)] + sorted)
    }

    /// The marks of a filled-in sheet (.csv, .xlsx), with every fault of it in one refusal. Rows without a mark are left
    /// out: those answers wait.
    func read(_ file: URL, second: URL?) throws(Refusal) -> [HandMark] {
        let first = try read(file)
        guard let second else { return first.map(\.mark) }
        let others = Dictionary(try read(second).map { (Key($0.mark), $0.mark.marks) }) { first, _ in first }
        var findings: [Finding] = []
        for (mark, place) in first where others[Key(mark)] != mark.marks {
            let other = others[Key(mark)]?.description ?? "—"
            findings.append(
                Finding(
                    .error, .marksDisagree, at: place,
                    Bilingual(
                        "两次录入不一致：这里 \(mark.marks)，\(second.lastPathComponent) 为 \(other)；请核对原件后改正",
                        "entered twice with a difference: \(mark.marks) here, \(other) in \(second.lastPathComponent)"))
            )
        }
        let missing = Set(others.keys).subtracting(first.map { Key($0.mark) })
        if !missing.isEmpty {
            findings.append(
                Finding(
                    .error, .marksDisagree, at: Place(file: file.lastPathComponent),
                    Bilingual("有 \(missing.count) 个分数只录入了一次，请补录", "\(missing.count) marks were entered once only")))
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        return first.map(\.mark)
    }

    private struct Key: Hashable {
        let ticket: TicketNumber
        let item: ItemID

        init(_ mark: HandMark) {
            ticket = mark.ticket
            item = mark.item
        }
    }

    private func read(_ url: URL) throws(Refusal) -> [(mark: HandMark, place: Place)] {
        let table = try TableFile.read(url)
        let byCode = Dictionary(tasks.map { ([Self.code(of: $0), $0.item.text], $0) }) { first, _ in first }
        var (marks, findings, seen): ([(HandMark, Place)], [Finding], [[String]: Int]) = ([], [], [:])
        for sheet in table.sheets {
            guard let header = sheet.rows.first else { continue }
            let columns = try columns(of: header, at: sheet.place(of: header, in: table.file))
            for row in sheet.rows.dropFirst() {
                let place = sheet.place(of: row, in: table.file)
                let text = { (column: Column) in columns[column].map { row[$0].trimmed } ?? "" }
                guard !text(.marks).isEmpty else { continue }
                let key = [text(.code).uppercased(), text(.item)]
                do throws(Refusal) {
                    let mark = try mark(text(.marks), by: text(.marker), for: byCode[key], at: place)
                    if let earlier = seen.updateValue(row.number, forKey: key) {
                        throw Refusal(
                            .unfitMark, at: place, "与第 \(earlier) 行重复，请只留一行",
                            "the same answer as in row \(earlier); keep one")
                    }
                    marks.append((mark, place))
                } catch {
                    findings += error.findings
                }
            }
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        return marks.sorted { ($0.0.ticket, $0.0.item) < ($1.0.ticket, $1.0.item) }
    }

    private func columns(of header: Table.Row, at place: Place) throws(Refusal) -> [Column: Int] {
        var columns: [Column: Int] = [:]
        for (index, cell) in header.cells.enumerated() {
            if let column = Column(rawValue: cell.text.trimmed) { columns[column] = index }
        }
        let missing = [Column.code, .item, .marks].filter { columns[$0] == nil }.map(\.rawValue)
        guard missing.isEmpty else {
            throw Refusal(
                .unfitMark, at: place, "缺少列：\(missing.joined(separator: "、"))；请用 kaochang grade sheet 导出的评分表填写",
                "the columns \(missing.joined(separator: ", ")) are missing; fill in the sheet of kaochang grade sheet")
        }
        return columns
    }

    private func mark(
        _ text: String, by marker: String, for task: HandTask?, at place: Place
    ) throws(Refusal) -> HandMark {
        guard let task else {
            throw Refusal(
                .unfitMark, at: place, "密号和试题对不上任何一份待评的作答，请勿改动这两列",
                "no answer has this secret number and item; leave those columns as they are")
        }
        guard let marks = Mark(text) else {
            throw Refusal(
                .unfitMark, at: place, "得分“\(text)”不是数字（至多三位小数）",
                "the mark “\(text)” is no number of at most three decimals")
        }
        if let reason = task.objection(to: marks) {
            throw Refusal([Finding(.error, .unfitMark, at: place, reason)])
        }
        return HandMark(ticket: task.ticket, item: task.item, marks: marks, marker: marker)
    }

    /// Twelve hexadecimal digits that only who can open the sealed answers can lead back to a candidate.
    static func code(of task: HandTask) -> String {
        let text = ([task.secret, task.ticket.text, task.item.text]).joined(separator: "\u{1f}")
        return String(Digest(of: Data(text.utf8)).description.prefix(12)).uppercased()
    }
}

extension FindingCode {
    static let marksDisagree: FindingCode = "MARKS_DISAGREE"
}

package import ExamModel
import Foundation
import GRDB

extension ItemBank {
    /// Takes in how items did in an exam. The same exam again replaces its own figures. Items that the bank does not have
    /// are reported and left out.
    package func record(_ performances: [ItemPerformance]) throws(Refusal) -> [Finding] {
        try changing { database in
            var findings: [Finding] = []
            for performance in performances {
                let number = try Int64.fetchOne(
                    database, sql: "SELECT number FROM entry WHERE id = ?", arguments: [performance.item.id.text])
                guard let number else {
                    findings.append(
                        Finding(
                            .error, .unknownBankItem, at: Place(file: performance.item.id.text),
                            Bilingual("题库中没有这道题，其考试数据未收入", "the bank has no such item; its figures were left out")))
                    continue
                }
                try database.execute(
                    sql: "INSERT OR REPLACE INTO performance VALUES (?, ?, ?, ?, ?, ?, ?)",
                    arguments: [
                        number, performance.exam.text, performance.item.version,
                        Int64(performance.ended.timeIntervalSince1970), performance.candidates, performance.p,
                        performance.discrimination,
                    ])
            }
            return findings
        }
    }

    /// How an item did, exam by exam, oldest first.
    package func performances(of entry: BankEntry) throws(Refusal) -> [ItemPerformance] {
        try guarding {
            try database.read { database in
                try Row.fetchAll(
                    database, sql: Self.performanceColumns + " WHERE number = ? ORDER BY ended, exam",
                    arguments: [entry.number]
                ).map { ItemPerformance(entry.id, $0) }
            }
        }
    }

    static let performanceColumns =
        "SELECT number, exam, itemVersion, ended, candidates, p, discrimination FROM performance"
}

extension ItemPerformance {
    init(_ id: ItemID, _ row: Row) {
        self.init(
            item: ItemReference(id: id, version: row[2]), exam: ExamID(row[1]),
            ended: Date(timeIntervalSince1970: TimeInterval(row[3] as Int64)), candidates: row[4], p: row[5],
            discrimination: row[6])
    }
}

package import ExamModel
import GRDB

extension ItemBank {
    /// What the syllabus gives each topic of the whole, in its order; empty when none was given to the bank.
    package func syllabus() throws(Refusal) -> [(topic: Topic, share: Share)] {
        try guarding {
            try database.read { database in
                try Row.fetchAll(database, sql: "SELECT topic, share FROM syllabus ORDER BY place").map { row in
                    (Topic(text: row[0]), Share(basisPoints: row[1]))
                }
            }
        }
    }

    /// Replaces the syllabus.
    package func setSyllabus(_ rows: [(topic: Topic, share: Share)]) throws(Refusal) {
        try changing { database in
            try database.execute(sql: "DELETE FROM syllabus")
            for (place, row) in rows.enumerated() {
                try database.execute(
                    sql: "INSERT INTO syllabus VALUES (?, ?, ?)",
                    arguments: [place + 1, row.topic.description, row.share.basisPoints])
            }
        }
    }
}

import AtomicFile
package import ExamModel
package import Foundation
import TableFile

/// The lists that go out as csv files: UTF-8 with a byte order mark, CRLF, ready to open in a spreadsheet program.
///
/// They hold what a public notice shows; identity numbers are masked. Every ticket stands in the file with all its
/// digits, but csv has no types: a spreadsheet program that opens the file by a double click shows a ticket of digits
/// as a number, without leading zeros and, beyond 15 digits, wrong. Import the column as text, or use ``ScoreBook``.
package enum ScoreLists {
    /// 个人成绩.csv
    package static func writeIndividuals(_ data: ReportData, to url: URL) throws(Refusal) {
        try write(.individuals(data), to: url)
    }

    /// 团队成绩.csv
    package static func writeTeams(_ data: ReportData, to url: URL) throws(Refusal) {
        try write(.teams(data), to: url)
    }

    /// 称号.csv
    package static func writeHonours(_ data: ReportData, to url: URL) throws(Refusal) {
        try write(.honours(data), to: url)
    }

    /// 试题分析.csv
    package static func writeItems(_ data: ReportData, to url: URL) throws(Refusal) {
        try write(.items(data), to: url)
    }

    private static func write(_ list: ResultList, to url: URL) throws(Refusal) {
        let rows = [list.columns.map(\.title)] + list.rows.map { $0.map(\.plain) }
        try AtomicFile.write(CSVWriter.data(rows), to: url)
    }
}

package import Foundation

/// Writes tables that spreadsheet programs open as they are: RFC 4180 quoting, UTF-8 with a byte order mark, CRLF.
///
/// A cell that a spreadsheet program would take for a formula (it begins with = + - @, a tab or a line end) gets an
/// apostrophe in front, unless it is a plain number (OWASP, CSV injection).
package enum CSVWriter {
    package static func data(_ rows: [[String]]) -> Data {
        var data = Data([0xEF, 0xBB, 0xBF])
        for row in rows {
            data.append(contentsOf: row.map(field).joined(separator: ",").utf8)
            data.append(contentsOf: "\r\n".utf8)
        }
        return data
    }

    private static func field(_ text: String) -> String {
        let safe = isFormulaLike(text) ? "'" + text : text
        guard safe.utf8.contains(where: { "\",\r\n".utf8.contains($0) }) || safe.first == " " || safe.last == " " else {
            return safe
        }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }

    private static func isFormulaLike(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) else {
            return false
        }
        return !isPlainNumber(text)
    }

    /// An optional sign, digits, and perhaps a point and more digits.
    private static func isPlainNumber(_ text: String) -> Bool {
        let unsigned = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
        let parts = unsigned.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
    }
}

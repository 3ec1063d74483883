import ExamModel
import GRDB

extension BankQuery {
    /// The conditions on `entry`, with their arguments; nil when a word cannot be in any item because it has no letters.
    /// With words, the index gives the items and `entry` only the rest.
    func conditions() -> (sql: String, arguments: StatementArguments)? {
        var parts: [String] = []
        var arguments: [(any DatabaseValueConvertible)?] = []
        let matches = words.map(SearchText.match)
        guard !matches.contains(nil) else { return nil }
        if !matches.isEmpty {
            parts.append("search MATCH ?")
            arguments.append(matches.compactMap(\.self).joined(separator: " AND "))
        }
        func anyOf(_ column: String, _ values: [any DatabaseValueConvertible]) {
            guard !values.isEmpty else { return }
            parts.append("entry.\(column) IN (\(values.map { _ in "?" }.joined(separator: ", ")))")
            arguments += values
        }
        anyOf("type", types.map(\.rawValue))
        anyOf("state", states.map(\.rawValue))
        anyOf("difficulty", difficulties.map(\.rawValue))
        if let topic {
            parts.append("(entry.topic = ? OR substr(entry.topic, 1, ?) = ?)")
            let below = topic.description + "/"
            arguments += [topic.description, below.unicodeScalars.count, below]
        }
        if let source {
            parts.append("instr(entry.source, ?) > 0")
            arguments.append(source)
        }
        return (parts.isEmpty ? "" : " WHERE " + parts.joined(separator: " AND "), StatementArguments(arguments))
    }

    /// Where the items come from, in their order of arrival.
    var tables: String {
        words.isEmpty ? "entry" : "search CROSS JOIN entry ON entry.number = search.rowid"
    }

    /// What the order of arrival goes by.
    var place: String { words.isEmpty ? "entry.number" : "search.rowid" }

    /// Whether the words alone say which items fit.
    var hasWordsOnly: Bool {
        !words.isEmpty && types.isEmpty && states.isEmpty && difficulties.isEmpty && topic == nil && source == nil
    }
}

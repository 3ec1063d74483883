import ExamModel
import Yams

/// One mapping of a settings file. Each read names its key; what is wrong is reported to the document and nil returned.
package struct SettingsMap {
    package let line: Int
    let document: SettingsDocument
    private let name: String
    private let entries: [(key: String, line: Int, value: Node)]

    init(_ mapping: Node.Mapping, in document: SettingsDocument, name: String, line: Int) {
        self.document = document
        self.name = name
        self.line = line
        entries = mapping.map { ($0.key.string ?? "", $0.key.mark?.line ?? line, $0.value) }
    }

    /// The keys in the order of the file, with their lines.
    package var keys: [(key: String, line: Int)] { entries.map { ($0.key, $0.line) } }

    /// The line of a key, or of the mapping when the key is not there.
    package func line(of key: String) -> Int {
        entries.first { $0.key == key }?.line ?? line
    }

    package func has(_ key: String) -> Bool {
        entries.contains { $0.key == key }
    }

    /// The text of a key, if it is there and no list or mapping.
    func scalar(_ key: String) -> String? {
        entries.first { $0.key == key }?.value.scalar?.string
    }

    /// Reports each key that is not in `known`, with the nearest known one.
    package func expect(_ known: [String]) {
        for entry in entries where !known.contains(entry.key) {
            let nearest = known.min { $0.editDistance(to: entry.key) < $1.editDistance(to: entry.key) }
            let close = nearest.flatMap { $0.editDistance(to: entry.key) <= max(2, entry.key.count / 3) ? $0 : nil }
            let list = known.joined(separator: "、")
            document.report(
                .unknownKey, line: entry.line,
                "不认识的键“\(entry.key)”" + (close.map { "，是不是要写“\($0)”？" } ?? "；这里可以写：\(list)"),
                "unknown key “\(entry.key)”" + (close.map { "; did you mean “\($0)”?" } ?? "; known here: \(list)"))
        }
    }

    /// The node of a required key.
    func node(_ key: String, example: String) -> (node: Node, line: Int)? {
        if let entry = entries.first(where: { $0.key == key }) { return (entry.value, entry.line) }
        let within = name.isEmpty ? "" : "“\(name)”里"
        document.report(
            .missingKey, line: line, "\(within)缺少“\(key)”，请写上，例如 \(key): \(example)",
            "“\(key)” is missing\(name.isEmpty ? "" : " in “\(name)”"); write for example \(key): \(example)")
        return nil
    }

    func refuse(_ key: String, _ found: String?, line: Int, expected chinese: String, _ english: String) {
        document.report(
            .badValue, line: line, "“\(key)”应为\(chinese)，这里是“\(found ?? "…")”",
            "“\(key)” must be \(english), found “\(found ?? "…")”")
    }
}

import ExamModel
import Yams

extension SettingsMap {
    /// A list of words, written as a list or on one line with blanks between them.
    func words(_ key: String, example: String) -> [String]? {
        guard let (node, line) = node(key, example: example) else { return nil }
        let words =
            if let text = node.scalar?.string {
                text.split { $0.isWhitespace || $0 == "," || $0 == "，" }.map(String.init)
            } else {
                node.sequence?.compactMap { $0.scalar?.string.trimmed } ?? []
            }
        if !words.isEmpty { return words }
        refuse(
            key, node.scalar?.string, line: line, expected: "一列词，例如 \(example)", "a list of words such as \(example)")
        return nil
    }
}

package import ExamModel
import Yams

extension SettingsMap {
    /// One line of text, with something to see in it and without control characters.
    package func text(_ key: String, example: String) -> String? {
        guard let (node, line) = node(key, example: example) else { return nil }
        if let text = node.scalar?.string, Self.isLine(text) { return text }
        refuse(
            key, node.scalar?.string, line: line, expected: "一行文字（不能空白，不能有换行等控制字符）",
            "a line of text, no control characters")
        return nil
    }

    package func integer(_ key: String, in range: ClosedRange<Int>, example: Int) -> Int? {
        guard let (node, line) = node(key, example: "\(example)") else { return nil }
        if let number = node.scalar.flatMap({ Int($0.string) }), range.contains(number) { return number }
        refuse(
            key, node.scalar?.string, line: line, expected: " \(range.lowerBound) 到 \(range.upperBound) 之间的整数",
            "a whole number from \(range.lowerBound) to \(range.upperBound)")
        return nil
    }

    package func flag(_ key: String) -> Bool? {
        guard let (node, line) = node(key, example: "true") else { return nil }
        switch node.scalar?.string {
        case "true", "是": return true
        case "false", "否": return false
        default:
            refuse(key, node.scalar?.string, line: line, expected: " true 或 false", "true or false")
            return nil
        }
    }

    /// An amount of marks above zero, or from zero on when `zeroAllowed`.
    package func mark(_ key: String, example: String, zeroAllowed: Bool = false) -> ExamModel.Mark? {
        guard let (node, line) = node(key, example: example) else { return nil }
        if let mark = node.scalar.flatMap({ ExamModel.Mark($0.string) }), mark > .zero || (zeroAllowed && mark == .zero)
        {
            return mark
        }
        refuse(
            key, node.scalar?.string, line: line, expected: "大于零、至多三位小数的分数", "marks above zero, at most three decimals")
        return nil
    }

    /// Marks that may not exceed the full marks of an item.
    func mark(
        _ key: String, example: String, atMost full: ExamModel.Mark?, zeroAllowed: Bool = false
    ) -> ExamModel.Mark? {
        guard let mark = mark(key, example: example, zeroAllowed: zeroAllowed) else { return nil }
        guard let full, mark > full else { return mark }
        refuse(key, "\(mark)", line: line(of: key), expected: "不超过每题 \(full) 分", "at most the item's \(full) marks")
        return nil
    }

    /// A list of marks, each above zero.
    func marks(_ key: String, example: String) -> [ExamModel.Mark]? {
        guard let (node, line) = node(key, example: example) else { return nil }
        let marks = node.sequence?.map { $0.scalar.flatMap { ExamModel.Mark($0.string) } }
        if let marks, !marks.isEmpty, !marks.contains(where: { ($0 ?? .zero) <= .zero }) {
            return marks.compactMap(\.self)
        }
        refuse(
            key, node.scalar?.string, line: line, expected: "分数的列表，例如 \(example)", "a list of marks such as \(example)")
        return nil
    }

    package func share(_ key: String, example: String) -> Share? {
        guard let (node, line) = node(key, example: example) else { return nil }
        if let share = node.scalar.flatMap({ Share(text: $0.string) }) { return share }
        refuse(key, node.scalar?.string, line: line, expected: "百分比，例如 \(example)", "a percentage such as \(example)")
        return nil
    }

    /// One of the words in `choices`.
    package func choice<Value>(_ key: String, of choices: [(word: String, value: Value)]) -> Value? {
        guard let (node, line) = node(key, example: choices.first?.word ?? "") else { return nil }
        if let found = choices.first(where: { $0.word == node.scalar?.string }) { return found.value }
        let words = choices.map(\.word).joined(separator: "、")
        refuse(key, node.scalar?.string, line: line, expected: "以下之一：\(words)", "one of \(words)")
        return nil
    }

    package func map(_ key: String, example: String) -> SettingsMap? {
        guard let (node, line) = node(key, example: example) else { return nil }
        if let mapping = node.mapping { return SettingsMap(mapping, in: document, name: key, line: line) }
        refuse(key, node.scalar?.string, line: line, expected: "下一级的“键: 值”（缩进两格）", "a nested mapping, indented")
        return nil
    }

    package func maps(_ key: String, example: String) -> [SettingsMap]? {
        guard let (node, line) = node(key, example: example) else { return nil }
        let maps = node.sequence?.map { element in
            element.mapping.map {
                SettingsMap($0, in: document, name: key, line: element.mark?.line ?? line)
            }
        }
        if let maps, !maps.contains(where: { $0 == nil }) { return maps.compactMap(\.self) }
        refuse(key, node.scalar?.string, line: line, expected: "以“- ”开头的列表", "a list of “- ” entries")
        return nil
    }

    /// A list of texts, each as ``text(_:example:)`` takes it.
    package func texts(_ key: String, example: String) -> [String]? {
        guard let (node, line) = node(key, example: example) else { return nil }
        let texts = node.sequence?.map { $0.scalar?.string }
        guard let texts, !texts.contains(nil) else {
            refuse(key, node.scalar?.string, line: line, expected: "以“- ”开头的文字列表", "a list of “- ” texts")
            return nil
        }
        guard let unfit = node.sequence?.first(where: { !Self.isLine($0.scalar?.string ?? "") }) else {
            return texts.compactMap(\.self)
        }
        refuse(
            key, unfit.scalar?.string, line: unfit.mark?.line ?? line, expected: "每项一行文字（不能空白，不能有换行等控制字符）",
            "one line of text an entry, no control characters")
        return nil
    }

    private static func isLine(_ text: String) -> Bool {
        !text.trimmed.isEmpty && !text.hasControls
    }
}

import ExamModel
import Yams

extension SettingsMap {
    /// Reads a key that may be left out.
    func optional<Value>(_ key: String, _ read: (SettingsMap, String) -> Value?) -> Value? {
        has(key) ? read(self, key) : nil
    }

    /// A mean of items: `target` and perhaps `tolerance`, decimals between 0 and 1.
    func figure(_ key: String, example: String) -> StatisticTarget? {
        guard let map = map(key, example: example) else { return nil }
        map.expect(["target", "tolerance"])
        let target = map.proportion("target", example: "0.70")
        let tolerance = map.optional("tolerance") { $0.proportion($1, example: "0.005") }
        return target.map { StatisticTarget(target: $0, tolerance: tolerance) }
    }

    /// A total of a form: under `name` a whole number, perhaps with `tolerance` in the same unit.
    ///
    /// - Parameter unit: what one of them is multiplied by.
    func total(_ key: String, unit: Int, in range: ClosedRange<Int>, _ name: String, example: String)
        -> StatisticTarget?
    {
        guard let map = map(key, example: example) else { return nil }
        map.expect([name, "tolerance"])
        let target = map.integer(name, in: range, example: range.upperBound / 2)
        let tolerance = map.optional("tolerance") { $0.integer($1, in: 0...range.upperBound, example: 5) }
        return target.map { StatisticTarget(target: $0 * unit, tolerance: tolerance.map { $0 * unit }) }
    }

    /// Ids of items, each once.
    func items(_ key: String, atMost most: Int? = nil) -> [ItemID] {
        guard has(key), let texts = texts(key, example: "[Q0123456789abcdef]") else { return [] }
        var seen: Set<String> = []
        for text in texts where !seen.insert(text).inserted {
            refuse(key, text, line: line(of: key), expected: "互不相同的题号", "ids of items, each once")
        }
        if let most, texts.count > most {
            refuse(
                key, "\(texts.count)", line: line(of: key), expected: "不超过全卷 \(most) 题",
                "no more than the form's \(most) items")
        }
        return texts.map { ItemID($0) }
    }

    /// Lists of ids, two or more in each.
    func groups(_ key: String) -> [[ItemID]]? {
        guard let (node, line) = node(key, example: "- [Q0123456789abcdef, Qfedcba9876543210]") else { return nil }
        let groups = node.sequence?.map { group in
            (group.sequence?.map { $0.scalar?.string } ?? [], group.mark?.line ?? line)
        }
        guard let groups else {
            refuse(key, node.scalar?.string, line: line, expected: "一组一行的列表", "a list of lists of ids")
            return nil
        }
        for (group, line) in groups where group.count < 2 || group.contains(nil) || Set(group).count < group.count {
            refuse(
                key, group.compactMap(\.self).joined(separator: ", "), line: line, expected: "每组两个以上互不相同的题号",
                "two or more different ids a group")
        }
        return groups.map { $0.0.compactMap(\.self).map { ItemID($0) } }
    }

    /// The lines of a list's entries.
    func lines(of key: String) -> [Int] {
        guard has(key), let (node, line) = node(key, example: "") else { return [] }
        return node.sequence?.map { $0.mark?.line ?? line } ?? []
    }

    /// A decimal from 0 to 1 in thousandths.
    private func proportion(_ key: String, example: String) -> Int? {
        guard let (node, line) = node(key, example: example) else { return nil }
        if let value = node.scalar.flatMap({ ExamModel.Mark($0.string) }), (0...1000).contains(value.thousandths) {
            return value.thousandths
        }
        refuse(
            key, node.scalar?.string, line: line, expected: " 0 到 1 之间、至多三位小数的数",
            "a number from 0 to 1, at most three decimals")
        return nil
    }
}

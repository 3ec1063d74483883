import AnswerKey
import ExamModel
import Grading

extension Office {
    /// Tells of sections in which somebody who misses a right option earns as much as who finds them all: the rule gives
    /// too much an option for items with so many right ones. Appeals begin there.
    func sayLooseScoring(_ forms: [Form], _ bank: [KeyedItem]) {
        let entries = Dictionary(bank.map { ($0.item.id, $0) }) { first, _ in first }
        var loose: [String: Set<ItemID>] = [:]
        for section in forms.flatMap(\.sections) {
            let items = section.items.compactMap { entries[$0.id] }.filter { section.isLoose(on: $0) }
            loose[section.title, default: []].formUnion(items.map(\.item.id))
        }
        for (title, items) in loose.sorted(by: { $0.key < $1.key }) where !items.isEmpty {
            console.say(
                "注意：“\(title)”有 \(items.count) 题漏选一项也得满分（正确选项多，按项给分累计到了满分）；如不是本意，请改计分规则或每题分值",
                "note: in \(title) who misses one right option of \(items.count) items still earns full marks; change the rule or "
                    + "the marks if that is not meant")
        }
    }
}

extension FormSection {
    /// Whether an answer without one of the right options earns full marks, on the item or on a sub-item of a case.
    fileprivate func isLoose(on entry: KeyedItem) -> Bool {
        zip(entry.item.questions, entry.key.questions).enumerated().contains { index, question in
            guard case .options(let right) = question.1.answer, right.count > 1 else { return false }
            var (rule, full) = (scoring, marks)
            if case .byPart(let parts) = scoring {
                guard parts.marks.indices.contains(index), let own = parts.rule(for: question.0.type) else {
                    return false
                }
                (rule, full) = (own, parts.marks[index])
            }
            return rule.marks(for: Set(right.dropFirst()), right: Set(right), full: full) >= full
        }
    }
}

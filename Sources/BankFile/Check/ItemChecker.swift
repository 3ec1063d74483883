import AnswerKey
import ExamModel

/// Turns raw items of every reader into drafts, or says why not. It sees all items of a file, in order, and so finds
/// those that stand twice.
struct ItemChecker {
    private(set) var findings: [Finding] = []
    private(set) var refused: [RefusedItem] = []
    private var seen = SeenItems()

    /// `nil` when the item has an error, which is then among the findings.
    mutating func check(_ raw: RawItem) -> PlacedDraft? {
        var check = ItemCheck(raw)
        let draft = check.draft()
        if let draft, let finding = seen.finding(for: draft, at: raw.place) {
            check.findings.append(finding)
        }
        findings += check.findings
        guard let draft, !check.hasErrors else {
            refused.append(RefusedItem(raw: raw, reasons: check.findings.filter { $0.severity == .error }))
            return nil
        }
        seen.insert(draft, at: raw.place)
        return PlacedDraft(draft: draft, place: raw.place)
    }
}

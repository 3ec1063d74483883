import AnswerKey
import Dispatch
import ExamModel
import Synchronization

/// Turns raw items of every reader into drafts, or says why not. It sees all items of a file, in order, and so finds
/// those that stand twice.
struct ItemChecker {
    private(set) var items = PlacedDrafts()
    private(set) var findings: [Finding] = []
    private(set) var refused: [RefusedItem] = []
    private var seen = SeenItems()

    /// How many items one core takes at a time.
    private static let sliceSize = 128

    /// Takes the next items of the file, on all cores what concerns each alone.
    mutating func take(_ raws: [RawItem]) {
        let slices = (raws.count + Self.sliceSize - 1) / Self.sliceSize
        let checked = Mutex<[Int: [CheckedItem]]>([:])
        DispatchQueue.concurrentPerform(iterations: slices) { slice in
            let range = (slice * Self.sliceSize)..<min((slice + 1) * Self.sliceSize, raws.count)
            var topics = TopicMemo()
            let part = raws[range].map { CheckedItem($0, &topics) }
            checked.withLock { $0[slice] = part }
        }
        let parts = checked.withLock { $0 }
        for slice in 0..<slices {
            for (offset, item) in (parts[slice] ?? []).enumerated() {
                take(item, raws[slice * Self.sliceSize + offset])
            }
        }
    }

    private mutating func take(_ item: CheckedItem, _ raw: RawItem) {
        var found = item.findings
        if let asked = item.asked, let finding = seen.finding(for: asked, at: raw.place, among: items) {
            found.append(finding)
        }
        findings += found
        guard let draft = item.draft, let asked = item.asked, !found.contains(where: { $0.severity == .error }) else {
            refused.append(RefusedItem(raw: raw, reasons: found.filter { $0.severity == .error }))
            return
        }
        seen.insert(asked)
        items.append(PlacedDraft(draft: draft, place: raw.place))
    }
}

/// What the check of one item alone found.
private struct CheckedItem: Sendable {
    let draft: DraftItem?
    let asked: AskedQuestion?
    let findings: [Finding]

    init(_ raw: RawItem, _ topics: inout TopicMemo) {
        var check = ItemCheck(raw, topics: topics)
        draft = check.draft()
        topics = check.topics
        findings = check.findings
        asked = draft.map { AskedQuestion($0) }
    }
}

import ExamModel

/// What a proof-reader's marks changed.
struct MarkDocument: Encodable {
    /// One place of a form that holds another item than before.
    struct Change: Encodable {
        let form: FormID
        /// As the proof numbers it.
        let number: Int
        let old: ItemID
        let new: ItemID
    }

    let returned: [ItemID]
    let changes: [Change]

    init(from old: [Form], to new: [Form], returned: [ItemID]) {
        self.returned = returned
        changes = zip(old, new).flatMap { old, new in
            zip(old.items, new.items).enumerated().filter { $0.element.0 != $0.element.1 }.map {
                Change(form: new.id, number: $0.offset + 1, old: $0.element.0.id, new: $0.element.1.id)
            }
        }
    }

    func say(on console: Console) {
        for id in returned { console.say("\(id)：退回草稿，待审", "\(id): back to draft, to be reviewed") }
        for change in changes {
            console.say(
                "试卷 \(change.form) 第 \(change.number) 题：\(change.old) 换为 \(change.new)",
                "form \(change.form), number \(change.number): \(change.new) in place of \(change.old)")
        }
        console.say(
            "只换了 \(changes.count) 处，其余未动；换过的题请再校对（paper preview）",
            "\(changes.count) place(s) changed, nothing else; proof-read them (paper preview)")
    }
}

import AnswerKey
import ExamModel
import ItemBank

/// Walks a person through the items that wait for them, one by one (`bank review`).
struct ReviewWalk {
    private let desk: BankDesk
    private let person: String
    private let prompt: Prompt

    init(_ desk: BankDesk, by person: String) {
        self.desk = desk
        self.person = person
        prompt = Prompt(desk.console)
    }

    /// Stops at q, and where the input ends.
    func run() throws(Refusal) -> BankChanges {
        var changes = BankChanges()
        let waiting = try desk.reading().waiting(for: person)
        desk.console.say(
            "\(person)，等您审的题有 \(waiting.count) 道", "\(person), \(waiting.count) items wait for you")
        for (index, entry) in waiting.enumerated() {
            let dossier = try ItemDossier(entry.id.text, in: desk.reading())
            let lines = dossier.lines(in: desk.console.language).joined(separator: "\n")
            desk.console.say(
                "\n〔\(index + 1)/\(waiting.count)〕\(lines)\n", "\n[\(index + 1)/\(waiting.count)] \(lines)\n")
            guard try decide(on: entry, &changes) else { break }
        }
        return changes
    }

    /// Whether to go on.
    private func decide(on entry: BankEntry, _ changes: inout BankChanges) throws(Refusal) -> Bool {
        while true {
            let step = entry.state == .draft ? Bilingual("通过（已审）", "pass (reviewed)") : Bilingual("定稿", "approve")
            let question = Bilingual(
                "y \(step.chinese)  n 退回  e 修改  回车 下一题  q 结束：",
                "y \(step.english)  n send back  e edit  Return next  q stop: ")
            switch prompt.ask(question)?.lowercased() {
            case "y": return try attempt(&changes) { () throws(Refusal) in try review(entry, .approve, reason: "") }
            case "n":
                let reason = prompt.ask(Bilingual("退回的原因：", "why: ")) ?? ""
                return try attempt(&changes) { () throws(Refusal) in try review(entry, .sendBack, reason: reason) }
            case "e": return try attempt(&changes) { () throws(Refusal) in try edit(entry) }
            case "": return true
            case "q", nil: return false
            default: continue
            }
        }
    }

    /// What is refused is shown; the walk goes on.
    private func attempt(
        _ changes: inout BankChanges, _ action: () throws(Refusal) -> BankChanges
    ) throws(Refusal) -> Bool {
        do throws(Refusal) {
            changes.add(try action())
        } catch {
            desk.console.report(error.findings)
        }
        return true
    }

    private func review(
        _ entry: BankEntry, _ verdict: ItemBank.Verdict, reason: String
    ) throws(Refusal) -> BankChanges {
        try desk.review([entry.id.text], verdict, by: person, reason: reason)
    }

    private func edit(_ entry: BankEntry) throws(Refusal) -> BankChanges {
        try desk.editInEditor(entry.id.text, by: person, reason: "") { findings in
            desk.console.report(findings)
            return prompt.confirm(Bilingual("回车重新打开编辑器，q 放弃：", "Return opens the editor again, q gives up: "))
        }
    }
}

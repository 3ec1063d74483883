import ArgumentParser
import ExamModel
import ItemBank

struct BankReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "审题：草稿由第二人审过，再由另一人定稿 (review what waits)",
        discussion: """
            不写编号，则逐题列出等您审的题，一题一问。写明编号和 --approve 或 --send-back，则直接办理。
            草稿 → 已审 → 定稿，一人一步：作者不能审自己的题，审题的人不能自己定稿。
            """)

    @OptionGroup var bank: BankOptions
    @OptionGroup var person: PersonOptions
    @Argument(help: "试题编号 (ids of items)") var ids: [String] = []
    @Flag(help: "通过：草稿变为已审，已审变为定稿 (a step forward)") var approve = false
    @Flag(help: "退回为草稿，须写明 --reason (back to draft)") var sendBack = false

    func validate() throws {
        if ids.isEmpty, approve || sendBack {
            throw ValidationError("请写明试题编号 (name the items)")
        }
        if !ids.isEmpty, approve == sendBack {
            throw ValidationError("请写明 --approve 或 --send-back 之一 (write --approve or --send-back)")
        }
        if ids.isEmpty, bank.common.json {
            throw ValidationError("--json 时请写明试题编号 (with --json, name the items)")
        }
    }

    func run() throws {
        try bank.common.perform { () throws(Refusal) in
            let desk = try bank.desk()
            let changes =
                ids.isEmpty
                ? try ReviewWalk(desk, by: person.by).run()
                : try desk.review(ids, approve ? .approve : .sendBack, by: person.by, reason: person.reason)
            changes.say(on: bank.console)
            return Outcome(changes, findings: changes.findings)
        }
    }
}

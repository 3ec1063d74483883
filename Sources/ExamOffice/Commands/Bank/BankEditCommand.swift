import ArgumentParser
import ExamModel
import Foundation
import Glibc

struct BankEditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "修改一道题：题文、答案、解析、知识点、难度 (change an item)",
        discussion: """
            在编辑器（VISUAL、EDITOR，否则 vi）里打开题文，写法同部颁题库；写错了会指出并重新打开，不会丢失改动。
            改过的试题成为草稿，须重新审题；旧文留在题库里。只改答案或解析时，试题的版本不变。
            """)

    @OptionGroup var bank: BankOptions
    @OptionGroup var person: PersonOptions
    @Argument(help: "试题编号，或其开头几位 (an item's id, or how it begins)") var id: String
    @Option(help: "不用编辑器，取这个文件里的题文 (take the text from this file)", completion: .file()) var from: String?
    @Option(help: "选项可否打乱次序：yes、no，或 auto 按题文判断 (may the options be shuffled)") var shuffle: String?

    func validate() throws {
        guard [nil, "yes", "no", "auto"].contains(shuffle) else {
            throw ValidationError("--shuffle 只能是 yes、no 或 auto (--shuffle is yes, no or auto)")
        }
        guard shuffle == nil || from == nil else {
            throw ValidationError("--shuffle 与 --from 请分开用 (use --shuffle and --from one at a time)")
        }
    }

    func run() throws {
        try bank.common.perform { () throws(Refusal) in
            let desk = try bank.desk()
            let changes =
                if let shuffle {
                    try desk.setShuffle(
                        id, shuffle == "auto" ? nil : shuffle == "yes", by: person.by, reason: person.reason)
                } else if let from {
                    try desk.edit(id, from: URL(filePath: from), by: person.by, reason: person.reason)
                } else {
                    try desk.editInEditor(id, by: person.by, reason: person.reason, again: askAgain)
                }
            if changes.items.isEmpty { bank.console.say("没有改动", "nothing changed") }
            changes.say(on: bank.console)
            return Outcome(changes)
        }
    }

    /// Without a terminal there is nobody to ask.
    private func askAgain(_ findings: [Finding]) -> Bool {
        guard !bank.console.json, isatty(0) == 1 else { return false }
        bank.console.report(findings)
        return Prompt(bank.console).confirm(Bilingual("回车重新打开编辑器，q 放弃：", "Return opens the editor again, q gives up: "))
    }
}

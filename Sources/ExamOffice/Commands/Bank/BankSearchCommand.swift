import ArgumentParser
import ExamModel
import ItemBank

struct BankSearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "在题库中查找 (look for items)",
        discussion: "例：kaochang bank search 工伤 --type single-choice --status draft")

    @OptionGroup var bank: BankOptions
    @OptionGroup var query: QueryOptions
    @Option(help: "最多列出几题；0 为全部 (how many are listed; 0 lists all)") var limit = 20

    func validate() throws {
        guard limit >= 0 else { throw ValidationError("--limit 不能为负 (--limit is 0 or more)") }
    }

    func run() throws {
        try bank.common.perform { () throws(Refusal) in
            let found = try bank.desk().reading().search(query.query(limit: limit == 0 ? nil : limit))
            for entry in found.entries { bank.console.say(entry.line(width: 60)) }
            let left = found.total - found.entries.count
            bank.console.say(
                "共 \(found.total) 题" + (left > 0 ? "，另有 \(left) 题未列出（--limit 0 列出全部）" : ""),
                "\(found.total) items" + (left > 0 ? ", \(left) of them not listed (--limit 0 lists all)" : ""))
            if found.total == 0, !query.words.isEmpty {
                bank.console.say(
                    "每个词都要连着出现在题中；几个词请用空格分开，如“工伤认定 30日”",
                    "each word must stand in the item as it is typed; put blanks between several words")
            }
            return Outcome(BankSearchDocument(found))
        }
    }
}

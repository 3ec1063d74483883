import ArgumentParser
import ExamModel
import ItemBank

struct BankDuplicatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates", abstract: "近似题：题干和选项大半相同的试题，附相似度 (items that are nearly the same)",
        discussion: "相似度 = 两题共有的相邻两字 ÷ 两题所有的相邻两字，不计标点、空格、全半角和选项次序。停用的试题不比。")

    @OptionGroup var bank: BankOptions
    @Option(help: "相似度下限，百分数，50 至 100 (the least similarity, per cent)") var atLeast = 80
    @Option(help: "最多列出几对；0 为全部 (how many pairs are listed; 0 lists all)") var limit = 50

    func validate() throws {
        guard (50...100).contains(atLeast), limit >= 0 else {
            throw ValidationError("--at-least 应在 50 到 100 之间，--limit 不能为负 (--at-least is 50 to 100, --limit 0 or more)")
        }
    }

    func run() throws {
        try bank.common.perform { () throws(Refusal) in
            let pairs = try bank.desk().reading().similarItems(threshold: atLeast * 10)
            let shown = limit == 0 ? pairs[...] : pairs.prefix(limit)
            for pair in shown { for line in pair.lines { bank.console.say(line) } }
            let left = pairs.count - shown.count
            bank.console.say(
                "共 \(pairs.count) 对近似题" + (left > 0 ? "，另有 \(left) 对未列出（--limit 0 列出全部）" : ""),
                "\(pairs.count) pairs" + (left > 0 ? ", \(left) of them not listed (--limit 0 lists all)" : ""))
            return Outcome(SimilarItemsDocument(total: pairs.count, pairs: shown.map(SimilarItemsDocument.Pair.init)))
        }
    }
}

import AnswerKey
import ExamModel
import ItemBank

extension BankDesk {
    /// What the bank holds (`bank stats`): items by domain and type.
    func statistics() throws(Refusal) -> BankStatistics {
        let statistics = BankStatistics(try reading().items().map(\.item))
        for row in statistics.domains {
            let counts = row.types.map { "\($0.key) \($0.value)" }.sorted().joined(separator: "  ")
            console.say("\(row.domain)：\(row.items) 题（\(counts)）", "\(row.domain): \(row.items) items (\(counts))")
        }
        console.say("合计 \(statistics.items) 题", "\(statistics.items) items in all")
        return statistics
    }
}

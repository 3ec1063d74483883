import ExamModel

/// What invigilators do, as the console and the audit call it; in the order of the console's page.
enum DeedNames {
    private static let all: [(deed: String, name: Bilingual)] = [
        ("admit", Bilingual("准入", "admitted")), ("give-time", Bilingual("补时", "gave time")),
        ("give-back", Bilingual("补还中断时间", "gave back an outage")), ("pause", Bilingual("暂停", "paused")),
        ("resume", Bilingual("恢复", "resumed")), ("message", Bilingual("通知", "sent a message")),
        ("collect", Bilingual("收卷", "collected")), ("void", Bilingual("作废", "voided")),
        ("close", Bilingual("结束", "closed")), ("reopen", Bilingual("准许补交", "reopened")),
        ("take", Bilingual("收转作答记录", "took in a journal")), ("issue-codes", Bilingual("入场码", "issued codes")),
        ("withdraw", Bilingual("注销机器", "withdrew a machine")), ("settle", Bilingual("已处理", "settled an incident")),
    ]

    /// `补时 3、收卷 1`: how often each was done. Deeds of later versions stand under their own names.
    static func counted(_ deeds: [String]) -> Bilingual {
        let counts = Dictionary(grouping: deeds) { $0 }.mapValues(\.count)
        let known = Set(all.map(\.deed))
        let names = all + counts.keys.filter { !known.contains($0) }.sorted().map { ($0, Bilingual($0, $0)) }
        let done = names.compactMap { deed, name in counts[deed].map { (name, $0) } }
        return Bilingual(
            done.map { "\($0.chinese) \($1)" }.joined(separator: "、"),
            done.map { "\($0.english) \($1)" }.joined(separator: ", "))
    }
}

import ExamModel

extension BankCoverage {
    /// The table for a terminal: a topic a line, those below another set in.
    var lines: [Bilingual] {
        let width = topics.map { Self.name(of: $0).displayWidth }.max() ?? 0
        return topics.map { topic in
            let name = Self.name(of: topic)
            let pad = String(repeating: " ", count: width - name.displayWidth + 2)
            let types = zip(ItemType.allCases, topic.types).filter { $0.1 > 0 }
            let share = topic.share.map { share in
                // Without an approved item nothing is over or short.
                let surplus = topic.surplus.map(Self.surplus)
                return Bilingual(
                    "  比重 \(share)" + (surplus.map { "，" + $0.chinese } ?? ""),
                    "  share \(share)" + (surplus.map { ", " + $0.english } ?? ""))
            }
            let waiting = topic.waiting > 0
            return Bilingual(
                name + pad + "\(topic.approved) 题" + (waiting ? "，待审 \(topic.waiting) 题" : "") + (share?.chinese ?? "")
                    + (types.isEmpty ? "" : "  " + types.map { "\($0.0.name.chinese) \($0.1)" }.joined(separator: "，")),
                name + pad + "\(topic.approved)" + (waiting ? ", \(topic.waiting) waiting" : "")
                    + (share?.english ?? "")
                    + (types.isEmpty ? "" : "  " + types.map { "\($0.0.name.english) \($0.1)" }.joined(separator: ", "))
            )
        } + [
            Bilingual(
                "合计：定稿 \(approved) 题，待审 \(waiting) 题，停用 \(retired) 题",
                "in all: \(approved) approved, \(waiting) waiting, \(retired) retired")
        ]
    }

    private static func name(of topic: TopicCoverage) -> String {
        String(repeating: "  ", count: max(1, topic.topic.path.count) - 1) + (topic.topic.path.last ?? "（未注明）")
    }

    private static func surplus(_ surplus: Int) -> Bilingual {
        if surplus == 0 { return Bilingual("正好", "exact") }
        return surplus > 0
            ? Bilingual("多 \(surplus)", "\(surplus) over") : Bilingual("缺 \(-surplus)", "\(-surplus) short")
    }
}

extension String {
    /// Columns on a terminal: characters beyond Latin take two.
    var displayWidth: Int {
        unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
    }
}

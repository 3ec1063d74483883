import ExamModel

/// An item of the bank that the blueprint keeps out of every form.
struct LeftOut {
    enum Reason: CaseIterable {
        case barred, exposed, recent

        fileprivate var name: Bilingual {
            switch self {
            case .barred: Bilingual("列为不用（barred）", "barred")
            case .exposed: Bilingual("曝光次数超限", "seen too often")
            case .recent: Bilingual("近期考试用过", "used in a recent exam")
            }
        }
    }

    let entry: PoolEntry
    let reason: Reason

    /// Nil for an item that may be used.
    ///
    /// - Parameter barred: those of the rules.
    init?(_ entry: PoolEntry, by rules: BlueprintRules, barred: Set<ItemID>) {
        self.entry = entry
        if barred.contains(entry.item.id) {
            reason = .barred
        } else if let most = rules.mostExposure, entry.exposure > most {
            reason = .exposed
        } else if let last = rules.unusedInLast, let exams = entry.examsSinceUse, exams <= last {
            reason = .recent
        } else {
            return nil
        }
    }

    /// How many others there are, by reason; empty when there are none.
    static func text(_ items: [LeftOut]) -> Bilingual {
        let parts = Reason.allCases.compactMap { reason -> Bilingual? in
            let count = items.count { $0.reason == reason }
            guard count > 0 else { return nil }
            return Bilingual("\(count) 题\(reason.name.chinese)", "\(count) \(reason.name.english)")
        }
        guard !parts.isEmpty else { return Bilingual("", "") }
        return Bilingual(
            "（另有 " + parts.map(\.chinese).joined(separator: "、") + "，不能用）",
            " (beside " + parts.map(\.english).joined(separator: ", ") + ")")
    }
}

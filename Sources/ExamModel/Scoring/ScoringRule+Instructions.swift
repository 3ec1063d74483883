extension ScoringRule {
    /// The sentence that stands under a section's title on the paper.
    package var instructions: Bilingual {
        switch self {
        case .exact:
            Bilingual("多选、少选、错选、不选均不得分。", "Only the exact answer scores.")
        case .perOption(let each):
            Bilingual(
                "错选不得分；漏选，每选对一项得 \(each) 分。",
                "A wrong option scores nothing; otherwise each right option chosen scores \(each).")
        case .underSelection(let partial):
            Bilingual(
                "错选不得分；漏选得 \(partial) 分。",
                "A wrong option scores nothing; an incomplete choice scores \(partial).")
        case .plusMinus(let right, let wrong):
            Bilingual(
                "每选对一项得 \(right) 分，每选错一项扣 \(wrong) 分，扣完本题得分为止。",
                "Each right option scores \(right), each wrong one loses \(wrong), never below zero for an item.")
        case .deduction(let penalty):
            Bilingual(
                "答错一题扣 \(penalty) 分，不答不扣分。", "A wrong answer loses \(penalty), no answer loses nothing.")
        case .fillIn(let rule): rule.instructions
        case .byHand: Bilingual("由阅卷人评分。", "Marked by hand.")
        case .byPart(let rule): rule.instructions
        }
    }
}

extension FillInRule {
    fileprivate var instructions: Bilingual {
        let amount =
            each.map { Bilingual("每填对一空得 \($0) 分", "Each right blank scores \($0)") }
            ?? Bilingual("各空全部填对才得分", "Only all blanks right score")
        return anyOrder
            ? Bilingual(amount.chinese + "，各空不分先后。", amount.english + ", in any order.")
            : Bilingual(amount.chinese + "。", amount.english + ".")
    }
}

extension CaseRule {
    fileprivate var instructions: Bilingual {
        let list = marks.map(\.description)
        let parts = rules.map { ($0.type.name, $0.rule.instructions) }
        return Bilingual(
            "每个案例 \(marks.count) 小题，依次 \(list.joined(separator: "、")) 分。"
                + parts.map { "\($0.chinese)：\($1.chinese)" }.joined(),
            "\(marks.count) questions a case, worth \(list.joined(separator: ", ")). "
                + parts.map { "\($0.english): \($1.english)" }.joined(separator: " "))
    }
}

extension FormSection {
    /// How the section is scored, in words: its rule, and its floor where items can lose marks.
    package var instructions: Bilingual {
        guard case .deduction = scoring else { return scoring.instructions }
        return Bilingual(
            scoring.instructions.chinese + floor.instructions.chinese,
            scoring.instructions.english + " " + floor.instructions.english)
    }
}

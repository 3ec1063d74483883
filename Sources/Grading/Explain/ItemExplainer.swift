import ExamModel

/// Puts one item's mark into words.
struct ItemExplainer {
    let item: GradableItem
    /// The options in the order on the candidate's screen.
    let order: [OptionID]
    let response: Response?
    let hand: HandMark?

    func explanation(number: Int, section: String) -> MarkExplanation {
        let score = item.score(for: response, hand: hand?.marks)
        return MarkExplanation(
            number: number, item: item.id, section: section, chosen: labels(chosen), right: labels(right),
            written: response?.texts ?? [], marks: score?.marks ?? .zero, full: score?.full ?? item.full,
            why: why(earned: score?.marks ?? .zero))
    }

    private var chosen: Set<OptionID> { Set(response?.options ?? []) }

    private var right: Set<OptionID> {
        guard case .options(_, let sets) = item.answer else { return [] }
        return item.bestRight(for: chosen, among: sets)
    }

    /// Options in the order on the screen; ids that are not on it come last.
    private func labels(_ options: Set<OptionID>) -> [MarkExplanation.Choice] {
        let shown = order.enumerated().filter { options.contains($0.element) }.map {
            MarkExplanation.Choice(letter: letter(of: $0.element, at: $0.offset), option: $0.element)
        }
        return shown + options.subtracting(order).sorted().map { .init(letter: $0.text, option: $0) }
    }

    private func letter(of option: OptionID, at index: Int) -> String {
        switch option {
        case "T" where Set(order) == ["T", "F"]: "正确"
        case "F" where Set(order) == ["T", "F"]: "错误"
        default: Item.Option.letter(at: index)
        }
    }

    private func why(earned: Mark) -> Bilingual {
        if let voided = item.voided { return voidedSentence(voided) }
        guard let response else {
            return Bilingual("未作答，不得分", "not answered, nothing earned")
        }
        switch item.answer {
        case .options(_, let sets): return choiceSentence(earned, sets: sets)
        case .blanks(let accepted, let rule): return blankSentence(response.texts, accepted, rule, earned)
        case .byHand: return handSentence(earned)
        }
    }

    private func voidedSentence(_ voided: VoidedItems) -> Bilingual {
        switch voided {
        case .fullMarks:
            Bilingual("本题作废，全体给满分，得 \(item.full) 分", "voided: full marks to everybody, \(item.full) earned")
        case .rescale:
            Bilingual("本题作废，已剔除，大题得分按比例折算", "voided: taken out, the section is rescaled")
        }
    }

    private func choiceSentence(_ earned: Mark, sets: [Set<OptionID>]) -> Bilingual {
        let choice = Choice(chosen: chosen, right: right)
        let reason = item.rule.choiceRule?.reason(for: choice, full: item.full) ?? choice.verdict
        let letters = labels(chosen).map(\.letter)
        let keys = sets.map { labels($0).map(\.letter) }
        return Bilingual(
            "选了 \(letters.joined(separator: "、"))；标准答案 "
                + keys.map { $0.joined(separator: "、") }.joined(separator: " 或 ")
                + "；\(reason.chinese)，得 \(earned) 分",
            "chose \(letters.joined(separator: ", ")); the key is "
                + keys.map { $0.joined(separator: ", ") }.joined(separator: " or ")
                + "; \(reason.english): \(earned) earned")
    }

    private func blankSentence(
        _ texts: [String], _ accepted: [AcceptedBlank], _ rule: FillInRule, _ earned: Mark
    ) -> Bilingual {
        let match = BlankMatch(texts, accepted: accepted, anyOrder: rule.anyOrder)
        let written = zip(texts, match.isRight).map { text, isRight in
            "“\(text)”\(isRight ? "对" : text.isEmpty ? "空" : "错")"
        }
        let answers = zip(texts, match.isRight).map { "\"\($0)\" \($1 ? "right" : "wrong")" }
        let keys = accepted.map { $0.texts.joined(separator: "或") }
        let rest = rule.each.map { Bilingual("按规则每空 \($0) 分", "\($0) a blank by the rule") }
        let partial = rest ?? Bilingual("按规则全部填对才得分", "only all blanks right score")
        let reason = match.hits == accepted.count ? Bilingual("全对", "all right") : partial
        return Bilingual(
            "填了 \(written.joined(separator: "、"))；标准答案 \(keys.joined(separator: "、"))\(rule.anyOrder ? "（不分先后）" : "")；"
                + "对 \(match.hits)/\(accepted.count) 空，\(reason.chinese)，得 \(earned) 分",
            "wrote \(answers.joined(separator: ", ")); the key is \(keys.joined(separator: ", ")); "
                + "\(match.hits) of \(accepted.count) blanks, \(reason.english): \(earned) earned")
    }

    private func handSentence(_ earned: Mark) -> Bilingual {
        let marker = hand?.marker ?? ""
        return Bilingual(
            "人工评分\(marker.isEmpty ? "" : "（\(marker)）")，得 \(earned) 分",
            "marked by hand\(marker.isEmpty ? "" : " (\(marker))"): \(earned) earned")
    }
}

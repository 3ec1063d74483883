import ExamModel

extension Conflict {
    /// What conflicts, and the ways out, in one sentence.
    func message(in blueprint: Blueprint, leftOut: [LeftOut]) -> Bilingual {
        let head = rules.count == 1 ? alone(rules[0], blueprint, leftOut) : together(blueprint)
        var ways = ways.map { $0.text(in: blueprint) }
        if let missing, let rule = rules.first, !rule.isFigure {
            ways.append(Bilingual("补充 \(missing) 道这样的题", "add \(missing) such items"))
        }
        guard !ways.isEmpty else { return head }
        return Bilingual(
            head.chinese + "。任选一个办法：" + ways.map(\.chinese).joined(separator: "；或"),
            head.english + ". Any one of these would do: " + ways.map(\.english).joined(separator: "; or "))
    }

    /// How many more uses of items all forms together want than there are.
    private var missing: Int? { available.flatMap { available in wanted.map { $0 - available } } }

    private func together(_ blueprint: Blueprint) -> Bilingual {
        let texts = rules.map { $0.text(in: blueprint) }
        let forms = blueprint.forms == 1 ? "" : "（\(blueprint.forms) 套）"
        return Bilingual(
            "以下 \(rules.count) 条要求不能同时满足\(forms)：" + texts.map(\.chinese).joined(separator: "；"),
            "these \(rules.count) rules cannot hold together for \(blueprint.forms) form(s): "
                + texts.map(\.english).joined(separator: "; "))
    }

    private func alone(_ rule: BlueprintRule, _ blueprint: Blueprint, _ leftOut: [LeftOut]) -> Bilingual {
        let text = rule.text(in: blueprint)
        guard let available, let wanted, !rule.isFigure else {
            return Bilingual(
                "题库做不到（\(blueprint.forms) 套）：\(text.chinese)",
                "the bank cannot give \(blueprint.forms) form(s) with \(text.english)")
        }
        let forms = blueprint.forms == 1 ? ("要", "") : ("\(blueprint.forms) 套共要", "for \(blueprint.forms) forms ")
        let uses = blueprint.rules.mostUses.map { ("（每题至多用 \($0) 次）", " (each used \($0) times at most)") } ?? ("", "")
        let others = LeftOut.text(leftOut.filter { rule.counts($0.entry, in: blueprint) })
        return Bilingual(
            "\(text.chinese)：\(forms.0) \(wanted) 题，题库已审定、可用的只有 \(available) 题\(uses.0)，差 \(wanted - available) 题"
                + others.chinese,
            "\(text.english): \(wanted) items \(forms.1)wanted, the bank has \(available) that are approved and may be used"
                + uses.1 + others.english)
    }
}

extension Conflict.Way {
    fileprivate func text(in blueprint: Blueprint) -> Bilingual {
        switch self {
        case .uses(let uses):
            return Bilingual("允许一题用于 \(uses) 套（most-uses: \(uses)）", "let an item stand in \(uses) forms (most-uses)")
        case .forms(let forms): return Bilingual("减为 \(forms) 套", "make \(forms) form(s)")
        case .loosen(let rule, let amount):
            let text = rule.text(in: blueprint)
            let (chinese, english) = rule.amount(amount)
            return Bilingual("把“\(text.chinese)”放宽 \(chinese)", "loosen “\(text.english)” by \(english)")
        }
    }
}

extension BlueprintRule {
    /// An amount in the rule's unit.
    fileprivate func amount(_ units: Int) -> (chinese: String, english: String) {
        switch self {
        case .meanP, .discrimination, .spread:
            let decimal = Mark(thousandths: units).description
            return (decimal, decimal)
        case .seconds, .minutes: return ("\(units) 秒", "\(units) seconds")
        case .reading: return ("\(units) 字", "\(units) characters")
        default: return ("\(units) 题", "\(units) item(s)")
        }
    }

    /// Whether an item counts towards the rule; false for rules that are no plain counts.
    func counts(_ entry: PoolEntry, in blueprint: Blueprint) -> Bool {
        switch self {
        case .section(let section): return blueprint.sections[section].admits(entry.item)
        case .topic(let section, let topic):
            return blueprint.sections[section].admits(entry.item)
                && entry.item.topic.domain == blueprint.topics[topic].domain
        case .level(let level): return entry.item.difficulty == level
        case .cell(let index):
            let cell = blueprint.rules.cells[index]
            let section = blueprint.sections.first { $0.title == cell.section }
            return section?.admits(entry.item) ?? true
                && (cell.topic ?? entry.item.topic.domain) == entry.item.topic.domain
                && (cell.difficulty ?? entry.item.difficulty) == entry.item.difficulty
        case .source(let index): return entry.source == blueprint.rules.sources[index].source
        default: return false
        }
    }
}

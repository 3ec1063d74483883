import ExamModel

extension Conflict {
    /// What conflicts, and the ways out, in one sentence.
    func message(in blueprint: Blueprint, pool: [PoolEntry], leftOut: [LeftOut]) -> Bilingual {
        let isAlone = rules.count == 1 && mustHaves.isEmpty
        let head = isAlone ? alone(rules[0], blueprint, leftOut) : together(blueprint, pool)
        var texts = ways.compactMap { $0.text(in: blueprint) }
        let dispensable = ways.compactMap { if case .leaveOut(let item) = $0 { pool[item].item.id } else { nil } }
        if !dispensable.isEmpty {
            let ids = dispensable.map(\.text).joined(separator: "、")
            texts.append(
                Bilingual(
                    "从 must-have 去掉 \(ids)\(dispensable.count > 1 ? " 中的一题" : "")",
                    "take \(dispensable.count > 1 ? "one of " : "")\(ids) out of must-have"))
        }
        if let missing, let rule = rules.first, !rule.isFigure {
            texts.append(Bilingual("补充 \(missing) 道这样的题", "add \(missing) such items"))
        }
        guard !texts.isEmpty else { return head }
        return Bilingual(
            head.chinese + "。任选一个办法：" + texts.map(\.chinese).joined(separator: "；或"),
            head.english + ". Any one of these would do: " + texts.map(\.english).joined(separator: "; or "))
    }

    /// How many more uses of items all forms together want than there are.
    private var missing: Int? { available.flatMap { available in wanted.map { $0 - available } } }

    private func together(_ blueprint: Blueprint, _ pool: [PoolEntry]) -> Bilingual {
        var texts = rules.filter { !$0.isGroup }.map { $0.text(in: blueprint) }
        let (articles, enemies) = (rules.filter(\.isArticle), rules.filter { $0.isGroup && !$0.isArticle })
        texts += Self.told(articles, blueprint, Bilingual("条法条各自的上限", "articles' limits"))
        texts += Self.told(enemies, blueprint, Bilingual("组互斥题", "groups of enemies"))
        if !mustHaves.isEmpty {
            let ids = mustHaves.map { pool[$0].item.id.text }.joined(separator: "、")
            texts.append(Bilingual("必选题 \(ids)", "must-have items \(ids)"))
        }
        let forms = blueprint.forms == 1 ? "" : "（\(blueprint.forms) 套）"
        return Bilingual(
            "以下 \(texts.count) 条要求不能同时满足\(forms)：" + texts.map(\.chinese).joined(separator: "；"),
            "these \(texts.count) rules cannot hold together for \(blueprint.forms) form(s): "
                + texts.map(\.english).joined(separator: "; "))
    }

    /// Rules of one sort; of many only the first, and how many they are.
    private static func told(_ rules: [BlueprintRule], _ blueprint: Blueprint, _ sort: Bilingual) -> [Bilingual] {
        guard rules.count > 6, let first = rules.first?.text(in: blueprint) else {
            return rules.map { $0.text(in: blueprint) }
        }
        return [
            Bilingual(
                "\(first.chinese)等 \(rules.count) \(sort.chinese)",
                "\(rules.count) \(sort.english), first \(first.english)")
        ]
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
    /// Nil for items of every form, which are told together.
    fileprivate func text(in blueprint: Blueprint) -> Bilingual? {
        switch self {
        case .leaveOut: return nil
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

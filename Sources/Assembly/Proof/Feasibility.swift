import ExamModel

/// What speaks against a blueprint before any form is made, each finding proven.
struct Feasibility {
    let blueprint: Blueprint
    let problem: SearchProblem

    /// Items that are named but cannot be had, then what counting shows.
    func findings() -> [RuledOut] {
        let named = mustHaves()
        guard named.isEmpty else { return named }
        let shortages = problem.shortages(blueprint)
        guard shortages.isEmpty else {
            return shortages.map {
                RuledOut(rules: [$0.rule(in: blueprint)], code: .bankTooSmall, message: $0.message(in: blueprint))
            }
        }
        let overlap = leastOverlap()
        guard overlap.isEmpty else { return overlap }
        return conflicts(figures: false)
    }

    /// What cannot be met on average over all forms.
    ///
    /// - Parameter figures: with means and totals, which takes longer.
    func conflicts(figures: Bool) -> [RuledOut] {
        ConflictSearch(relaxation: Relaxation(problem, figures: figures)).conflicts().map {
            RuledOut(rules: $0.rules, code: .blueprintImpossible, message: $0.message(in: blueprint))
        }
    }

    private func mustHaves() -> [RuledOut] {
        let known = Set(problem.mustHave.map { problem.pool[Int($0)].item.id })
        var findings = blueprint.rules.mustHave.filter { !known.contains($0) }.map { id in
            RuledOut(
                rules: [.mustHave(id)], code: .blueprintImpossible,
                message: Bilingual(
                    "必选题 \(id) 不能用：题库里没有、未审定、被列为不用，或近期用过；请从 must-have 去掉或改用别的题",
                    "the must-have item \(id) is not available; take it out or name another"))
        }
        for item in problem.mustHave where problem.sectionsOfItem[Int(item)] == 0 {
            let id = problem.pool[Int(item)].item.id
            findings.append(
                RuledOut(
                    rules: [.mustHave(id)], code: .blueprintImpossible,
                    message: Bilingual(
                        "必选题 \(id) 的题型或知识领域不在任何大题里；请从 must-have 去掉，或增加相应的大题或领域",
                        "no section takes the must-have item \(id); take it out or add a section or topic")))
        }
        return findings
    }

    /// Two forms cannot share less than an even use of the items makes them share on average.
    private func leastOverlap() -> [RuledOut] {
        guard problem.sharing, let most = blueprint.rules.mostShared else { return [] }
        let bound = OverlapBound(problem)
        guard bound.sharedItems > most * bound.pairs else { return [] }
        return [
            RuledOut(
                rules: [.shared], code: .blueprintImpossible,
                message: Bilingual(
                    "任两套至多共用 \(most) 题做不到：即使每题用得一样多，\(problem.forms) 套平均也要共用 \(bound.meanText) 题；"
                        + "请放宽 most-shared 到 \(bound.meanRoundedUp)，或减少套数",
                    "no two forms can share at most \(most) items: even use makes \(problem.forms) forms share "
                        + "\(bound.meanText) on average; allow \(bound.meanRoundedUp), or ask for fewer forms"))
        ]
    }
}

extension Shortage {
    func rule(in blueprint: Blueprint) -> BlueprintRule {
        guard let domain, let topic = blueprint.topics.firstIndex(where: { $0.domain == domain }) else {
            return .section(section)
        }
        return .topic(section: section, topic: topic)
    }
}

extension OverlapBound {
    /// The mean overlap with two decimals, cut off.
    var meanText: String {
        guard pairs > 0 else { return "0" }
        let hundredths = sharedItems * 100 / pairs
        return "\(hundredths / 100)." + String(String(100 + hundredths % 100).dropFirst())
    }
}

import ExamModel

/// A row of the blueprint that the bank cannot fill: proven by counting, before any work.
package struct Shortage: Hashable, Sendable {
    /// Index of the blueprint's section.
    package let section: Int
    /// The topic's domain; nil when topics have a tolerance and the section as a whole is short.
    package let domain: String?
    /// Items wanted for all forms together, each as often as it may be used.
    package let wanted: Int
    package let available: Int

    /// What is missing, in one sentence.
    func message(in blueprint: Blueprint, leftOut: [LeftOut]) -> Bilingual {
        let title = blueprint.sections[section].title
        let forms = blueprint.forms
        let row = domain.map { "·\($0)" } ?? ""
        let each = blueprint.rules.mostUses.map { "（每题至多用 \($0) 次）" } ?? ""
        let content = blueprint.sections[section]
        let others = LeftOut.text(
            leftOut.filter {
                content.admits($0.entry.item) && domain ?? $0.entry.item.topic.domain == $0.entry.item.topic.domain
            })
        return Bilingual(
            "“\(title)”\(row)：\(forms) 套试卷共要 \(wanted) 题，题库已审定、可用的只有 \(available) 题\(each)，"
                + "还差 \(wanted - available) 题\(others.chinese)；请减少题量、套数或该领域比例，或补充试题",
            "“\(title)”\(domain.map { ", \($0)" } ?? ""): \(forms) form(s) want \(wanted) items, the bank has \(available) "
                + "that are approved and may be used\(others.english); ask for fewer items or forms, lower the share, "
                + "or add \(wanted - available) items")
    }
}

extension SearchProblem {
    /// Kinds of places that cannot be filled, in the order of the blueprint. Kinds that draw on the same items share them.
    func shortages(_ blueprint: Blueprint) -> [Shortage] {
        var left: [[Int32]: (perForm: Int, all: Int)] = [:]
        return kinds.compactMap { kind in
            let uses = kind.candidates.reduce(0) { $0 + Int(mostUses[Int($1)]) }
            let available = left[kind.candidates] ?? (kind.candidates.count, uses)
            let wanted = kind.count * forms
            left[kind.candidates] = (max(0, available.perForm - kind.count), max(0, available.all - wanted))
            let domain = kind.topic.map { blueprint.topics[$0].domain }
            if kind.count > available.perForm {
                // Even a single form lacks items, however often they may be used.
                let scale = sharing ? 1 : forms
                return Shortage(
                    section: kind.section, domain: domain, wanted: kind.count * scale,
                    available: sharing ? available.perForm : available.all)
            }
            guard wanted > available.all else { return nil }
            return Shortage(section: kind.section, domain: domain, wanted: wanted, available: available.all)
        }
    }
}

package import ExamModel

/// A row of the blueprint that the bank cannot fill: proven by counting, before any work.
package struct Shortage: Hashable, Sendable {
    /// Index of the blueprint's section.
    package let section: Int
    /// The topic's domain.
    package let domain: String
    /// Items wanted for all forms together, since forms share none.
    package let wanted: Int
    package let available: Int

    /// What is missing, in one sentence.
    package func message(in blueprint: Blueprint) -> Bilingual {
        let title = blueprint.sections[section].title
        let forms = blueprint.forms
        return Bilingual(
            "“\(title)”·\(domain)：\(forms) 套试卷共要 \(wanted) 题，题库只有 \(available) 题，还差 \(wanted - available) 题；"
                + "请减少题量、套数或该领域比例，或补充试题",
            "“\(title)”, \(domain): \(forms) form(s) want \(wanted) items, the bank has \(available); "
                + "ask for fewer items or forms, lower the share, or add \(wanted - available) items")
    }
}

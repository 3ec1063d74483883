package import ExamModel

/// Draws forms from a bank to a blueprint (组卷): same blueprint, same bank and same seed give the same forms.
package struct Assembler: Sendable {
    private let blueprint: Blueprint
    private let pool: [Item]
    private let plan: CellPlan

    /// - Parameter pool: the items that may be used, in any order.
    package init(_ blueprint: Blueprint, pool: [Item]) {
        self.blueprint = blueprint
        self.pool = pool.sorted { $0.id < $1.id }
        plan = CellPlan(blueprint, pool: self.pool)
    }

    /// Rows that the bank cannot fill. When there are none, every topic's count can be met.
    package var shortages: [Shortage] { plan.shortages(forms: blueprint.forms) }

    /// The forms `A`, `B`, …, no two with an item in common.
    ///
    /// Throws `BANK_TOO_SMALL` for ``shortages``, and `LEVELS_NOT_FOUND` when the search ended without meeting the
    /// difficulty shares: that is no proof that they cannot be met.
    package func forms(seed: Seed) throws(Refusal) -> [Form] {
        guard shortages.isEmpty else {
            throw Refusal(shortages.map { Finding(.error, .bankTooSmall, $0.message(in: blueprint)) })
        }
        var generator = SeededGenerator(seed, stream: "assembly")
        var search = LevelSearch(plan, blueprint, pool: pool, generator: &generator)
        search.run(&generator)
        guard search.worst <= blueprint.difficultyTolerance else {
            throw Refusal(
                .levelsNotFound,
                "没有找到难度比例在允许偏差 \(blueprint.difficultyTolerance) 题以内的组卷（最好偏差 \(search.worst) 题）；"
                    + "请放宽 difficulty-tolerance、调整难度比例，或换一个种子再试",
                "no forms found within \(blueprint.difficultyTolerance) items of the difficulty shares (best: "
                    + "\(search.worst)); widen difficulty-tolerance, change the shares, or try another seed")
        }
        return (0..<blueprint.forms).map { form(at: $0, from: search.draws, &generator) }
    }

    private func form(at index: Int, from draws: [[Int]], _ generator: inout SeededGenerator) -> Form {
        let sections = blueprint.sections.enumerated().map { number, section in
            var items = plan.rows.filter { $0.section == number }.flatMap { row in
                draws[row.cell].dropFirst(index * plan.cells[row.cell].count + row.offset).prefix(row.count)
            }
            generator.shuffle(&items)
            return FormSection(
                title: section.title, type: section.type, marks: section.marks, scoring: section.scoring,
                floor: section.floor,
                items: items.map { ItemReference(id: pool[$0].id, version: pool[$0].version) })
        }
        return Form(id: FormID(Item.Option.letter(at: index)), sections: sections)
    }
}

extension FindingCode {
    package static let bankTooSmall: FindingCode = "BANK_TOO_SMALL"
    package static let levelsNotFound: FindingCode = "LEVELS_NOT_FOUND"
}

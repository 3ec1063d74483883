package import ExamModel

/// Draws forms from a pool to a blueprint (组卷): same blueprint, same pool and same seed give the same forms.
package struct Assembler: Sendable {
    private let blueprint: Blueprint
    private let problem: SearchProblem

    /// - Parameter pool: the bank's items, in any order. Those that the blueprint bars are left out.
    package init(_ blueprint: Blueprint, pool: [PoolEntry]) {
        self.blueprint = blueprint
        let eligible = pool.filter { blueprint.admits($0) }.sorted { $0.item.id < $1.item.id }
        problem = SearchProblem(blueprint, pool: eligible)
    }

    /// The same from items of which nothing else is known.
    package init(_ blueprint: Blueprint, pool: [Item]) {
        self.init(blueprint, pool: pool.map { PoolEntry($0) })
    }

    /// Rows that the bank cannot fill, proven by counting.
    package var shortages: [Shortage] { problem.shortages(blueprint) }

    /// What is proven to be impossible before any form is made: rows that are short, then the smallest set of rules that
    /// conflict. Empty is no promise.
    package var impossibilities: [RuledOut] { Feasibility(blueprint: blueprint, problem: problem).findings() }

    /// The forms `A`, `B`, ….
    ///
    /// Throws ``impossibilities`` (`BANK_TOO_SMALL`, `BLUEPRINT_IMPOSSIBLE`), and `FORMS_NOT_FOUND` when the search ended
    /// without forms that hold every rule: that is no proof that there are none.
    package func forms(seed: Seed) throws(AssemblyFailure) -> [Form] {
        let impossible = impossibilities
        guard impossible.isEmpty else { throw AssemblyFailure(impossible) }
        var generator = SeededGenerator(seed, stream: "assembly")
        let search = FormSearch(problem)
        search.start(&generator)
        search.run(&generator)
        try refuseBroken(search)
        var forms: [Form] = []
        for index in 0..<blueprint.forms { forms.append(try form(index, of: search, &generator)) }
        return forms
    }

    /// Rules that a found form breaks: proven to be impossible if means and totals show it, otherwise only not found.
    private func refuseBroken(_ search: FormSearch) throws(AssemblyFailure) {
        let broken = search.brokenRules
        guard !broken.isEmpty else { return }
        let proven = Feasibility(blueprint: blueprint, problem: problem).conflicts(figures: true)
        throw AssemblyFailure(proven.isEmpty ? [.notFound(broken, in: blueprint)] : proven)
    }

    private func form(
        _ index: Int, of search: FormSearch, _ generator: inout SeededGenerator
    ) throws(AssemblyFailure) -> Form {
        var sections: [FormSection] = []
        for (number, section) in blueprint.sections.enumerated() {
            let items = (index * search.places..<(index + 1) * search.places)
                .filter { search.section(of: $0) == number }.map { problem.pool[Int(search.slots[$0])] }
            let order = FormOrder(longestRun: blueprint.rules.keyBalance?.run, classes: items.map(\.keyClass))
            guard order.isPossible else {
                throw AssemblyFailure([.notFound([.letters(section: number)], in: blueprint)])
            }
            sections.append(
                FormSection(
                    title: section.title, type: section.type, marks: section.marks, scoring: section.scoring,
                    floor: section.floor,
                    items: order.draw(&generator).map {
                        ItemReference(id: items[$0].item.id, version: items[$0].item.version)
                    }))
        }
        return Form(id: .numbered(index, of: blueprint.forms), sections: sections)
    }
}

extension Blueprint {
    /// Whether an item may be used at all.
    package func admits(_ entry: PoolEntry) -> Bool {
        if rules.barred.contains(entry.item.id) { return false }
        if let most = rules.mostExposure, entry.exposure > most { return false }
        if let last = rules.unusedInLast, let exams = entry.examsSinceUse, exams <= last { return false }
        return true
    }
}

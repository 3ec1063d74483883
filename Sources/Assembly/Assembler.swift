package import ExamModel

/// Draws forms from a pool to a blueprint (组卷): same blueprint, same pool and same seed give the same forms.
package struct Assembler: Sendable {
    let blueprint: Blueprint
    let problem: SearchProblem
    private let leftOut: [LeftOut]

    /// - Parameter pool: the bank's items, in any order. Those that the blueprint bars are left out.
    package init(_ blueprint: Blueprint, pool: [PoolEntry]) {
        self.blueprint = blueprint
        let barred = Set(blueprint.rules.barred)
        leftOut = pool.compactMap { LeftOut($0, by: blueprint.rules, barred: barred) }
        let eligible = pool.filter { LeftOut($0, by: blueprint.rules, barred: barred) == nil }.sorted {
            $0.item.id < $1.item.id
        }
        let leftOut = leftOut
        problem = Self.problem(blueprint, eligible) {
            Feasibility(blueprint: blueprint, problem: $0, leftOut: leftOut)
        }
    }

    /// Where nothing is said of how often an item may be used, it is used more than evenly only if nothing else will do.
    private static func problem(
        _ blueprint: Blueprint, _ pool: [PoolEntry], _ feasibility: (SearchProblem) -> Feasibility
    ) -> SearchProblem {
        var problem = SearchProblem(blueprint, pool: pool)
        guard blueprint.rules.delivery == .perCandidate, blueprint.rules.mostUses == nil else { return problem }
        var room = 2
        while problem.mostUses.contains(where: { $0 < blueprint.forms }), !feasibility(problem).all().isEmpty {
            room *= 2
            problem = SearchProblem(blueprint, pool: pool, room: room)
        }
        return problem
    }

    /// The same from items of which nothing else is known.
    package init(_ blueprint: Blueprint, pool: [Item]) {
        self.init(blueprint, pool: pool.map { PoolEntry($0) })
    }

    /// Rows that the bank cannot fill, proven by counting.
    package var shortages: [Shortage] { problem.shortages(blueprint) }

    /// What is proven to be impossible before any form is made: rows that are short, then the smallest set of rules that
    /// conflict. Empty is no promise.
    package var impossibilities: [RuledOut] { feasibility.all() }

    var feasibility: Feasibility { Feasibility(blueprint: blueprint, problem: problem, leftOut: leftOut) }

    /// The forms `A`, `B`, ….
    ///
    /// Throws ``impossibilities`` (`BANK_TOO_SMALL`, `BLUEPRINT_IMPOSSIBLE`), and `FORMS_NOT_FOUND` when the search ended
    /// without forms that hold every rule: that is no proof that there are none.
    package func forms(seed: Seed) throws(AssemblyFailure) -> [Form] {
        let impossible = problem.isLarge ? impossibilities : feasibility.findings()
        guard impossible.isEmpty else { throw AssemblyFailure(impossible) }
        var generator = SeededGenerator(assembling: seed, stream: "assembly")
        let search = FormSearch(problem)
        search.start(&generator)
        try run(search, &generator)
        var forms: [Form] = []
        for index in 0..<blueprint.forms { forms.append(try form(index, of: search, &generator)) }
        return forms
    }

    /// Forms that are found at once prove that they can be; where they are not, means and totals are looked into, and
    /// later what whole numbers can be. A search that ends with broken rules has not found anything: that proves nothing.
    ///
    /// - Parameter isLast: whether nothing else will be tried. Otherwise the search is short and no proof is looked for.
    func run(
        _ search: FormSearch, isLast: Bool = true, _ generator: inout SeededGenerator
    ) throws(AssemblyFailure) {
        var conflicts: [RuledOut] = []
        var dealer = generator
        search.run(&generator, isThorough: isLast) { doubt in
            guard isLast else { return false }
            switch doubt {
            case .early: conflicts = problem.isLarge ? [] : feasibility.figureConflicts()
            case .stuck: return problem.isLarge && isSettled(search, &dealer)
            case .late:
                let known = feasibility.inWholeNumbers()
                conflicts = known.conflicts
                if !known.forms.isEmpty {
                    search.adopt(known.forms)
                } else if conflicts.isEmpty, !problem.isLarge {
                    _ = isSettled(search, &dealer)
                }
            }
            return !conflicts.isEmpty || search.brokenRules.isEmpty
        }
        guard conflicts.isEmpty else { throw AssemblyFailure(conflicts) }
        let broken = search.brokenRules
        guard broken.isEmpty else { throw AssemblyFailure([.notFound(broken, in: blueprint)]) }
    }

    /// How often forms are dealt out anew.
    private static let deals = 6

    /// Deals out what all forms need together, and exchanges until every form has its share. A very large search that this
    /// does not help ends there.
    private func isSettled(_ search: FormSearch, _ generator: inout SeededGenerator) -> Bool {
        for _ in 0..<(problem.isVeryLarge ? 1 : Self.deals) {
            guard let forms = feasibility.dealt(&generator), search.adopt(forms) else { return false }
            search.balance(&generator)
            if search.brokenRows.isEmpty { return false }
        }
        return problem.isVeryLarge
    }

    private func form(
        _ index: Int, of search: FormSearch, _ generator: inout SeededGenerator
    ) throws(AssemblyFailure) -> Form {
        var sections: [FormSection] = []
        for (number, section) in blueprint.sections.enumerated() {
            let items = search.items(of: number, in: index)
            sections.append(section.filled(with: try drawnOrder(of: items, in: number, &generator)))
        }
        return Form(id: .numbered(index, of: blueprint.forms), sections: sections)
    }

    /// A section's items in an order that keeps to the longest run of equal keys.
    func drawnOrder(
        of items: [PoolEntry], in section: Int, _ generator: inout SeededGenerator
    ) throws(AssemblyFailure) -> [PoolEntry] {
        let order = FormOrder(longestRun: blueprint.rules.keyBalance?.run, classes: items.map(\.keyClass))
        guard order.isPossible else { throw AssemblyFailure([.notFound([.run(section: section)], in: blueprint)]) }
        return order.draw(&generator).map { items[$0] }
    }
}

extension SeededGenerator {
    /// Seeds that differ in one word alone, such as short ones, have the first two numbers of a stream in common, and so
    /// would have the first items drawn: those numbers are dropped.
    init(assembling seed: Seed, stream: String) {
        self.init(seed, stream: stream)
        for _ in 0..<16 { _ = next() }
    }
}

extension FormSearch {
    /// The items of a form's section, place by place.
    func items(of section: Int, in form: Int) -> [PoolEntry] {
        (form * places..<(form + 1) * places).filter { self.section(of: $0) == section }
            .map { problem.pool[Int(slots[$0])] }
    }
}

extension BlueprintSection {
    func filled(with items: [PoolEntry]) -> FormSection {
        FormSection(
            title: title, type: type, marks: marks, scoring: scoring, floor: floor,
            items: items.map { ItemReference(id: $0.item.id, version: $0.item.version) })
    }
}

extension Blueprint {
    /// Whether an item may be used at all.
    package func admits(_ entry: PoolEntry) -> Bool {
        !rules.barred.contains(entry.item.id) && LeftOut(entry, by: rules, barred: []) == nil
    }
}

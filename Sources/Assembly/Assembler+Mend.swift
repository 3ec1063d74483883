package import ExamModel

extension Assembler {
    /// How much of a form may change besides the places of items that were withdrawn.
    private enum Reach: Int, CaseIterable {
        case places, sections, forms, everything
    }

    /// Forms again after items were withdrawn: only their places are filled anew, by items that keep every rule. Where
    /// none do, more changes, step by step: the sections that held them, their forms, everything.
    ///
    /// - Parameters:
    ///   - forms: assembled to the same blueprint from a pool that held the withdrawn items as well; this one's must not.
    ///   - round: how often the forms were mended before, so that every round draws anew.
    package func mended(_ forms: [Form], without withdrawn: Set<ItemID>, seed: Seed, round: Int)
        throws(AssemblyFailure) -> [Form]
    {
        let impossible = impossibilities
        guard impossible.isEmpty else { throw AssemblyFailure(impossible) }
        var last: AssemblyFailure?
        for reach in Reach.allCases {
            var generator = SeededGenerator(assembling: seed, stream: "mend-\(round)-\(reach.rawValue)")
            do throws(AssemblyFailure) {
                return try mended(forms, without: withdrawn, reach, &generator)
            } catch {
                last = error
            }
        }
        throw last ?? AssemblyFailure([])
    }

    private func mended(
        _ forms: [Form], without withdrawn: Set<ItemID>, _ reach: Reach, _ generator: inout SeededGenerator
    ) throws(AssemblyFailure) -> [Form] {
        let search = FormSearch(problem)
        let holds = forms.map { form in form.items.contains { withdrawn.contains($0.id) } }
        let kept = search.resume(
            forms,
            keeping: { form, section, item in
                switch reach {
                case .places: !withdrawn.contains(item.id)
                case .sections: !section.items.contains { withdrawn.contains($0.id) }
                case .forms: !holds[form]
                case .everything: false
                }
            }, &generator)
        try run(search, isLast: reach == .everything, &generator)
        var mended: [Form] = []
        for (index, form) in forms.enumerated() {
            mended.append(try self.form(form, at: index, of: search, keeping: kept[index], &generator))
        }
        return mended
    }

    /// Kept items stay where they were, new ones stand in the places that fell free; a section whose keys would run too
    /// long is drawn in another order.
    private func form(
        _ old: Form, at index: Int, of search: FormSearch, keeping kept: [ItemReference: Int],
        _ generator: inout SeededGenerator
    ) throws(AssemblyFailure) -> Form {
        let keptSlots = Set(kept.values)
        var sections: [FormSection] = []
        for (number, section) in blueprint.sections.enumerated() {
            var fresh = (index * search.places..<(index + 1) * search.places)
                .filter { search.section(of: $0) == number && !keptSlots.contains($0) }
                .map { problem.pool[Int(search.slots[$0])] }
            guard !fresh.isEmpty else {
                sections.append(old.sections[number])
                continue
            }
            let items = old.sections[number].items.map { reference in
                kept[reference].map { problem.pool[Int(search.slots[$0])] } ?? fresh.removeFirst()
            }
            let run = FormOrder.longestRun(items.map(\.keyClass))
            let isSound = run <= blueprint.rules.keyBalance?.run ?? Int.max
            sections.append(
                section.filled(with: isSound ? items : try drawnOrder(of: items, in: number, &generator)))
        }
        return Form(id: old.id, sections: sections)
    }
}

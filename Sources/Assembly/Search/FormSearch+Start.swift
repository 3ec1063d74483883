import ExamModel

extension FormSearch {
    /// Fills every form: first what every form must have, then each kind of place from its candidates in a drawn order,
    /// round after round, so that their use is even.
    func start(_ generator: inout SeededGenerator) {
        placeMustHaves()
        for kind in problem.kinds.indices { fill(kind, &generator) }
    }

    /// Goes on from forms that exist: the items that `keeps` names stay where they are, every other place is filled anew.
    ///
    /// - Returns: for each kept item its slot.
    func resume(
        _ forms: [Form], keeping keeps: (Int, FormSection, ItemReference) -> Bool, _ generator: inout SeededGenerator
    ) -> [[ItemReference: Int]] {
        let known = Dictionary(
            problem.pool.enumerated().map {
                (ItemReference(id: $0.element.item.id, version: $0.element.item.version), $0.offset)
            }, uniquingKeysWith: { first, _ in first })
        var slotOf = Array(repeating: [ItemReference: Int](), count: forms.count)
        for (index, form) in forms.enumerated() {
            for (number, section) in form.sections.enumerated() {
                for reference in section.items where keeps(index, section, reference) {
                    guard let item = known[reference],
                        let slot = (index * places..<(index + 1) * places).first(where: {
                            slots[$0] < 0 && self.section(of: $0) == number && admits(item, at: $0)
                        })
                    else { continue }
                    place(item, at: slot)
                    frozen[slot] = true
                    slotOf[index][reference] = slot
                }
            }
        }
        placeMustHaves()
        for kind in problem.kinds.indices { fill(kind, &generator) }
        return slotOf
    }

    /// Makes the forms of these items, unless some were to keep what they have: then false.
    @discardableResult
    func adopt(_ forms: [[(item: Int, kind: Int)]]) -> Bool {
        guard slots.indices.allSatisfy({ !frozen[$0] || problem.isMustHave[Int(slots[$0])] }) else { return false }
        for slot in slots.indices where slots[slot] >= 0 {
            clear(slot)
            frozen[slot] = false
        }
        for (form, items) in forms.enumerated() {
            let own = form * places..<(form + 1) * places
            for (item, kind) in items {
                let slot = own.first { slots[$0] < 0 && kindOfPlace[$0 % places] == Int32(kind) }
                guard let slot else { continue }
                place(item, at: slot)
                frozen[slot] = problem.isMustHave[item]
            }
        }
        return true
    }

    private func placeMustHaves() {
        for form in 0..<forms {
            for item in problem.mustHave where !isHeld(Int(item), by: form) {
                guard
                    let place = (0..<places).first(where: { place in
                        slots[form * places + place] < 0
                            && admits(Int(item), at: place)
                    })
                else { continue }
                self.place(Int(item), at: form * places + place)
                frozen[form * places + place] = true
            }
        }
    }

    private func fill(_ kind: Int, _ generator: inout SeededGenerator) {
        let candidates = problem.kinds[kind].candidates.filter { !problem.isMustHave[Int($0)] }
        guard !candidates.isEmpty else { return }
        let open = (0..<places).filter { kindOfPlace[$0] == Int32(kind) }
        var order = Array(0..<forms)
        generator.shuffle(&order)
        var deck: [Int32] = []
        for form in order {
            for place in open where slots[form * places + place] < 0 {
                guard let item = draw(for: form, from: &deck, candidates, &generator) else { continue }
                self.place(item, at: form * places + place)
            }
        }
    }

    /// The next item of the deck that the form may take; a new round begins when the deck holds none.
    private func draw(
        for form: Int, from deck: inout [Int32], _ candidates: [Int32], _ generator: inout SeededGenerator
    ) -> Int? {
        for round in 0..<2 {
            for index in deck.indices.reversed() {
                let item = Int(deck[index])
                guard !isHeld(item, by: form), uses[item] < mostUses[item] else { continue }
                deck.swapAt(index, deck.count - 1)
                deck.removeLast()
                return item
            }
            guard round == 0 else { break }
            var fresh = candidates.filter { uses[Int($0)] < mostUses[Int($0)] }
            generator.shuffle(&fresh)
            deck = fresh + deck
        }
        return nil
    }
}

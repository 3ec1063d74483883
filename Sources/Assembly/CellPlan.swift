import ExamModel

/// The blueprint cut into cells: how many items of one type and one domain each form takes.
struct CellPlan {
    struct Cell {
        let section: Int
        let domain: String
        /// Items in each form.
        let count: Int
        /// Indices into the pool, ascending.
        let candidates: [Int]
    }

    let cells: [Cell]

    /// - Parameter pool: in the order of ids.
    init(_ blueprint: Blueprint, pool: [Item]) {
        let shares = blueprint.topics.map(\.share)
        cells = blueprint.sections.enumerated().flatMap { index, section in
            zip(blueprint.topics, Share.apportion(section.count, by: shares)).map { topic, count in
                Cell(
                    section: index, domain: topic.domain, count: count,
                    candidates: pool.indices.filter {
                        pool[$0].type == section.type && pool[$0].topic.domain == topic.domain
                    })
            }
        }
    }

    /// Cells that cannot be filled, in the order of the blueprint. Sections of the same type draw on the same items.
    func shortages(forms: Int) -> [Shortage] {
        var left: [[Int]: Int] = [:]
        return cells.compactMap { cell in
            let wanted = cell.count * forms
            let available = left[cell.candidates] ?? cell.candidates.count
            left[cell.candidates] = max(0, available - wanted)
            guard wanted > available else { return nil }
            return Shortage(section: cell.section, domain: cell.domain, wanted: wanted, available: available)
        }
    }
}

import ExamModel

/// The blueprint cut into rows, one for each section and domain, and into cells, from which the rows are drawn.
struct CellPlan {
    /// The items of one type and one domain. All sections of the type draw on them, so that none is drawn twice.
    struct Cell {
        /// Items in each form, those of all sections together.
        fileprivate(set) var count: Int
        /// Indices into the pool, ascending.
        let candidates: [Int]
    }

    /// How many items of one domain one section of each form takes, and where they stand in the draw.
    struct Row {
        let section: Int
        let domain: String
        let count: Int
        /// Index of the cell.
        let cell: Int
        /// The first of the row's items among those that the cell gives to a form.
        let offset: Int
    }

    private struct Kind: Hashable {
        let type: ItemType
        let domain: String
    }

    /// In the order in which the blueprint first names them.
    private(set) var cells: [Cell] = []
    /// In the order of the blueprint.
    private(set) var rows: [Row] = []

    /// - Parameter pool: in the order of ids.
    init(_ blueprint: Blueprint, pool: [Item]) {
        let candidates = Dictionary(grouping: pool.indices) { index in
            Kind(type: pool[index].type, domain: pool[index].topic.domain)
        }
        let shares = blueprint.topics.map(\.share)
        var cellOfKind: [Kind: Int] = [:]
        for (section, content) in blueprint.sections.enumerated() {
            for (topic, count) in zip(blueprint.topics, Share.apportion(content.count, by: shares)) {
                let kind = Kind(type: content.type, domain: topic.domain)
                let cell = cellOfKind[kind] ?? cells.count
                if cell == cells.count {
                    cellOfKind[kind] = cell
                    cells.append(Cell(count: 0, candidates: candidates[kind] ?? []))
                }
                rows.append(
                    Row(section: section, domain: topic.domain, count: count, cell: cell, offset: cells[cell].count))
                cells[cell].count += count
            }
        }
    }

    /// Rows that cannot be filled, in the order of the blueprint. Sections of the same type draw on the same items.
    func shortages(forms: Int) -> [Shortage] {
        var left = cells.map(\.candidates.count)
        return rows.compactMap { row in
            let wanted = row.count * forms
            let available = left[row.cell]
            left[row.cell] = max(0, available - wanted)
            guard wanted > available else { return nil }
            return Shortage(section: row.section, domain: row.domain, wanted: wanted, available: available)
        }
    }
}

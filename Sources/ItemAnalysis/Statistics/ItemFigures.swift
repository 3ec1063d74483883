import ExamModel

/// The sums of one item, and the statistics made of them.
struct ItemFigures {
    private let item: CodedItem
    private let unit: Int
    private let columns: ColumnSums
    private let range: Range<Int>
    private let sums: Sums
    private let upper: Double
    private let lower: Double

    init(_ item: CodedItem, at index: Int, in layout: TableLayout, _ columns: ColumnSums, _ sheets: Int) {
        self.item = item
        self.columns = columns
        unit = layout.unit
        let first = Int(layout.offsets[index])
        range = first..<first + item.answers.count
        var (x, xx, xy) = (0, 0, 0)
        var (upper, lower) = (0.0, 0.0)
        for column in range {
            let units = Int(layout.marks[column])
            x += columns.count[column] * units
            xx += columns.count[column] * units * units
            xy += columns.totals[column] * units
            upper += columns.upper[column] * Double(units)
            lower += columns.lower[column] * Double(units)
        }
        sums = Sums(count: sheets, x: x, xx: xx, y: columns.total, yy: columns.totalSquares, xy: xy)
        let most = Double(item.full.thousandths) / Double(layout.unit) * columns.groups.size
        self.upper = most > 0 ? upper / most : 0
        self.lower = most > 0 ? lower / most : 0
    }

    /// n² times the variance of the item's marks, and of the totals without it, in squared units.
    var spread: Int128 { Sums.spread(sums.count, sums.x, sums.xx) }
    var restSpread: Int128 {
        let rest = sums.rest
        return Sums.spread(rest.count, rest.y, rest.yy)
    }

    /// - Facility p = Σx / (n·full); D = p of the upper less p of the lower 27 % (``ExtremeGroups``).
    func statistics(number: Int, section: String, alphaWithout: Double?) -> ItemStatistics {
        let most = Double(sums.count) * Double(item.full.thousandths) / Double(unit)
        let facility = most > 0 ? Double(sums.x) / most : 0
        let options = item.options.indices.map(option)
        let rest = sums.rest.correlation
        return ItemStatistics(
            number: number, item: item.id, section: section, full: item.full, omitted: columns.count[range.lowerBound],
            facility: facility,
            deviation: Sums.deviation(sums.count, sums.x, sums.xx).map { $0 * Double(unit) / 1000 },
            itemRest: rest, itemTotal: sums.correlation, upper: upper, lower: lower, discrimination: upper - lower,
            alphaWithout: alphaWithout, options: options,
            flags: item.isVoided
                ? [.voided]
                : ItemFlag.all(facility: facility, discrimination: upper - lower, itemRest: rest, options: options))
    }

    /// How often the option was chosen; its correlation is that of choosing it (1 or 0) with the total without the item.
    private func option(_ index: Int) -> OptionStatistics {
        let bit: UInt64 = 1 << UInt64(index)
        let choosing = zip(range, item.answers).filter { $0.1.chosen & bit != 0 }
        let chosen = choosing.reduce(0) { $0 + columns.count[$1.0] }
        let rest = sums.rest
        let ofChoosers = choosing.reduce(0) { sum, answer in
            sum + columns.totals[answer.0] - columns.count[answer.0] * (answer.1.marks.thousandths / unit)
        }
        let pair = Sums(count: sums.count, x: chosen, xx: chosen, y: rest.y, yy: rest.yy, xy: ofChoosers)
        let size = columns.groups.size
        return OptionStatistics(
            option: item.options[index], isKey: item.right & bit != 0, chosen: chosen,
            share: Double(chosen) / Double(sums.count),
            upper: choosing.reduce(0) { $0 + columns.upper[$1.0] } / size,
            lower: choosing.reduce(0) { $0 + columns.lower[$1.0] } / size, rest: pair.correlation)
    }
}

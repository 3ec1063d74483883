package import ExamModel

extension FormAnalysis {
    /// The classical statistics of a form from its counted sheets; nil when there are none.
    ///
    /// - Alpha: α = k/(k−1) · (1 − Σσᵢ²/σ²) (Cronbach, Coefficient alpha and the internal structure of tests,
    ///   Psychometrika 16, 1951). For items that are right or wrong it is formula 20 of Kuder and Richardson (The theory of
    ///   the estimation of test reliability, Psychometrika 2, 1937). σ² is the variance of the totals as they count, with
    ///   the floors of the sections in them.
    /// - Standard error of measurement: s·√(1 − α), s the sample's standard deviation (Lord and Novick 1968, section 3.8);
    ///   with a negative alpha, s itself.
    package init?(_ sheets: CountedSheets) {
        guard sheets.count > 0 else { return nil }
        let (form, layout) = (sheets.form, sheets.layout)
        let columns = ColumnSums(sheets)
        let figures = form.items.indices.map { ItemFigures(form.items[$0], at: $0, in: layout, columns, sheets.count) }
        let alpha = Self.alpha(
            figures.map(\.spread), of: Sums.spread(sheets.count, columns.total, columns.totalSquares))
        let deviation = Sums.deviation(sheets.count, columns.total, columns.totalSquares)
            .map { $0 * Double(layout.unit) / 1000 }
        let sections = form.sections.flatMap { section in section.items.map { _ in section.title } }
        let distribution = sheets.distribution
        self.init(
            form: form.form, sheets: sheets.count, full: form.full,
            mean: Double(columns.total) / Double(sheets.count) * Double(layout.unit) / 1000, deviation: deviation,
            lowest: sheets.mark(ofRow: distribution.firstIndex { $0 > 0 } ?? 0),
            highest: sheets.mark(ofRow: distribution.lastIndex { $0 > 0 } ?? 0),
            alpha: alpha, isKR20: form.items.allSatisfy(\.isRightOrWrong),
            standardError: alpha.flatMap { alpha in deviation.map { $0 * (1 - max(alpha, 0)).squareRoot() } },
            items: figures.enumerated().map { index, figure in
                figure.statistics(
                    number: index + 1, section: sections[index],
                    alphaWithout: Self.alpha(
                        figures.enumerated().filter { $0.offset != index }.map(\.element.spread), of: figure.restSpread)
                )
            })
    }

    private static func alpha(_ items: [Int128], of total: Int128) -> Double? {
        guard items.count > 1, total > 0 else { return nil }
        let share = Double(items.reduce(0, +)) / Double(total)
        return Double(items.count) / Double(items.count - 1) * (1 - share)
    }
}

extension CodedItem {
    var isRightOrWrong: Bool { answers.allSatisfy { $0.marks == .zero || $0.marks == full } }
}

import ExamModel

/// One rule of a blueprint as bounds of a sum over all forms.
struct Demand {
    enum Source: Hashable {
        /// Index of a kind of place.
        case kind(Int)
        /// All kinds of places of a section.
        case section(Int)
        /// Index of one of the problem's rows.
        case row(Int)
    }

    let rule: BlueprintRule
    let source: Source
    private let limits: Limits

    private enum Limits {
        /// Both bounds for one form give way alike, so much for each unit.
        case plain(lower: Int?, upper: Int?, step: Int)
        /// Squares around a mean over `items` items: the deviation gives way in thousandths.
        case squares(target: Int, tolerance: Int, items: Int)
    }

    /// The places of a kind.
    init(_ rule: BlueprintRule, kind: Int, count: Int) {
        self.rule = rule
        source = .kind(kind)
        limits = .plain(lower: count, upper: count, step: 1)
    }

    /// The places of a section, whatever their topics.
    init(section: Int, count: Int) {
        rule = .section(section)
        source = .section(section)
        limits = .plain(lower: count, upper: count, step: 1)
    }

    /// Whether the demand says how many places there are.
    var countsPlaces: Bool {
        if case .row = source { false } else { true }
    }

    /// One of the problem's rows; nil for a row without bounds.
    init?(_ problem: SearchProblem, row index: Int, spread: StatisticTarget?) {
        let row = problem.rows[index]
        rule = problem.rules[index]
        source = .row(index)
        if rule == .spread, let spread {
            guard let tolerance = spread.tolerance else { return nil }
            limits = .squares(target: spread.target, tolerance: tolerance, items: problem.placesPerForm)
            return
        }
        let lower = row.lower > -Row.unbounded / 2 ? row.lower : nil
        let upper = row.upper < Row.unbounded / 2 ? row.upper : nil
        guard lower != nil || upper != nil else { return nil }
        limits = .plain(lower: lower, upper: upper, step: rule.isMean ? problem.placesPerForm : 1)
    }

    /// The bounds over so many forms when the rule gives way by so many units in every form.
    func bounds(loosenedBy units: Int = 0, forms: Int) -> LinearSystem.Bounds {
        switch limits {
        case .plain(let lower, let upper, let step):
            return LinearSystem.Bounds(
                lower: lower.map { ($0 - units * step) * forms }, upper: upper.map { ($0 + units * step) * forms })
        case .squares(let target, let tolerance, let items):
            let (low, high) = (max(0, target - tolerance - units), target + tolerance + units)
            let middle = target * target
            return LinearSystem.Bounds(
                lower: (low * low - middle) * items * forms, upper: (high * high - middle) * items * forms)
        }
    }
}

extension BlueprintRule {
    /// Sums of what was measured or estimated, not counts.
    var isFigure: Bool {
        switch self {
        case .meanP, .spread, .discrimination, .seconds, .reading, .minutes: true
        default: false
        }
    }

    /// Figures that a blueprint states for an item on average, in thousandths.
    var isMean: Bool { self == .meanP || self == .discrimination }

    var isTopic: Bool {
        if case .topic = self { true } else { false }
    }

    var isArticle: Bool {
        if case .perArticle = self { true } else { false }
    }

    /// Rules of which there may be very many.
    var isGroup: Bool {
        switch self {
        case .enemies, .perArticle: true
        default: false
        }
    }
}

package import ExamModel

/// Holds forms beside each other and beside the blueprint (等值分析).
package struct EquityReport: Sendable {
    /// More forms than this are compared each with the next, not each with all.
    private static let mostCompared = 60
    private static let mostShown = 26

    private let blueprint: Blueprint
    private let forms: [Form]
    private let pool: [PoolEntry]
    private let entries: [ItemReference: PoolEntry]

    package init(_ blueprint: Blueprint, pool: [PoolEntry], forms: [Form]) {
        self.blueprint = blueprint
        self.forms = forms
        self.pool = pool
        entries = Dictionary(
            pool.map { (ItemReference(id: $0.item.id, version: $0.item.version), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    package var figures: EquityFigures {
        let rows = EquityRows(blueprint, pool: pool)
        let used = Set(forms.flatMap(\.items)).compactMap { entries[$0] }
        return EquityFigures(
            forms: forms.map { figures(of: $0, rows) }, rows: rows.rows, overlap: overlap, luck: luck,
            unmeasured: used.count { $0.p == nil })
    }

    private func contents(of form: Form) -> [(section: FormSection, entry: PoolEntry)] {
        form.sections.flatMap { section in section.items.compactMap { entries[$0] }.map { (section, $0) } }
    }

    private func figures(of form: Form, _ rows: EquityRows) -> FormFigures {
        let contents = contents(of: form)
        let count = max(1, contents.count)
        let sum = contents.reduce(0) { $0 + $1.entry.expectedP }
        let measured = contents.compactMap(\.entry.discrimination)
        let squares = contents.reduce(0) {
            $0 + ($1.entry.expectedP * count - sum) * ($1.entry.expectedP * count - sum)
        }
        // Marks and p are thousandths: the expected mark is millionths, its variance 10⁻¹².
        let expected = contents.reduce(0) { $0 + $1.section.marks.thousandths * $1.entry.expectedP } / 1000
        let variance = contents.reduce(0) { total, content in
            let (marks, p) = (content.section.marks.thousandths, content.entry.expectedP)
            return total + marks * marks * p / 1000 * (1000 - p) / 1000
        }
        return FormFigures(
            form: form.id, items: contents.count, counts: rows.counts(in: form, entries), meanP: sum * 100 / count,
            spread: (squares / count).squareRoot / count,
            discrimination: measured.isEmpty ? nil : measured.reduce(0, +) / measured.count,
            seconds: contents.reduce(0) { $0 + $1.entry.expectedSeconds },
            reading: contents.reduce(0) { $0 + $1.entry.reading }, expected: Mark(thousandths: expected),
            deviation: Mark(thousandths: variance.squareRoot))
    }

    private var overlap: OverlapFigures {
        let shared = FormOverlap(forms)
        let bound = OverlapBound(SearchProblem(blueprint, pool: pool.filter { blueprint.admits($0) }))
        var uses: [ItemID: Int] = [:]
        for item in forms.flatMap(\.items) { uses[item.id, default: 0] += 1 }
        var histogram = Array(repeating: 0, count: (uses.values.max() ?? 0) + 1)
        for count in uses.values { histogram[count] += 1 }
        histogram[0] = pool.count { blueprint.admits($0) && uses[$0.item.id] == nil }
        let common = forms.count > 1 ? blueprint.rules.mustHave.count : 0
        let pairs = max(1, forms.count * (forms.count - 1) / 2)
        let sum = uses.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
        return OverlapFigures(
            matrix: (2...Self.mostShown).contains(forms.count)
                ? forms.indices.map { first in forms.indices.map { shared[first, $0] } } : [],
            largest: shared.largest, leastLargest: bound.meanRoundedUp + common, mean: sum * 10_000 / pairs,
            leastMean: bound.sharedItems * 10_000 / pairs + common * 10_000, uses: histogram,
            leastUses: common > 0 ? forms.count : bound.evenUse)
    }

    private var luck: LuckFigures {
        let marks = forms.first?.sections.map(\.marks.thousandths) ?? []
        let step = max(1, marks.reduce(0, Self.commonDivisor))
        let models = forms.map { form in
            ScoreModel(contents(of: form).map { ($0.section.marks.thousandths / step, $0.entry.expectedP) })
        }
        var sum = 0
        var worst: (distance: Int, pair: [FormID]) = (0, [])
        var pairs = 0
        for first in models.indices {
            let last = models.count <= Self.mostCompared ? models.count - 1 : min(models.count - 1, first + 1)
            for second in stride(from: first + 1, through: last, by: 1) {
                let distance = models[first].distance(to: models[second])
                sum += distance
                pairs += 1
                if distance > worst.distance { worst = (distance, [forms[first].id, forms[second].id]) }
            }
        }
        return LuckFigures(
            distributions: zip(forms, models).prefix(Self.mostShown).map {
                .init(form: $0.id, millionths: $1.millionths)
            },
            step: Mark(thousandths: step), mean: sum / max(1, pairs), most: worst.distance, worst: worst.pair)
    }

    private static func commonDivisor(_ first: Int, _ second: Int) -> Int {
        second == 0 ? first : commonDivisor(second, first % second)
    }
}

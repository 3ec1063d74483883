/// How alike the forms of an exam are (试卷等值分析): computed by Assembly, shown by Reports.
package struct EquityFigures: Hashable, Sendable, Codable {
    package let forms: [FormFigures]
    /// What the rows of each form's ``FormFigures/counts`` say, in the same order.
    package let rows: [EquityRow]
    package let overlap: OverlapFigures
    package let luck: LuckFigures
    /// Items whose p was never measured and stands for its level.
    package let unmeasured: Int

    package init(
        forms: [FormFigures], rows: [EquityRow], overlap: OverlapFigures, luck: LuckFigures, unmeasured: Int
    ) {
        self.forms = forms
        self.rows = rows
        self.overlap = overlap
        self.luck = luck
        self.unmeasured = unmeasured
    }
}

/// One row of the blueprint: how many items it wants.
package struct EquityRow: Hashable, Sendable, Codable {
    package enum Group: String, Sendable, Codable {
        /// `rule`: everything else that the blueprint asks for.
        case topic, level, key, rule
    }

    package let group: Group
    package let name: Bilingual
    package let least: Int
    /// nil: no upper bound.
    package let most: Int?
    /// Counts of this row have so many decimals: 0 for items, seconds and characters.
    package let decimals: Int

    package init(group: Group, name: Bilingual, least: Int, most: Int?, decimals: Int = 0) {
        self.group = group
        self.name = name
        self.least = least
        self.most = most
        self.decimals = decimals
    }

    package func holds(_ count: Int) -> Bool { count >= least && count <= most ?? Int.max }

    /// What the blueprint asks for: `5`, `13–17`, `≥ 80`.
    package var wanted: String {
        guard let most else { return least == 0 ? "—" : "≥ \(text(least))" }
        if least == most { return text(least) }
        return least == 0 ? "≤ \(text(most))" : "\(text(least))–\(text(most))"
    }

    /// A count with the row's decimals.
    package func text(_ count: Int) -> String {
        guard decimals > 0 else { return "\(count)" }
        let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
        return "\(count / scale)." + String(String(scale + count % scale).dropFirst())
    }
}

/// The figures of one form. Means and spread are thousandths.
package struct FormFigures: Hashable, Sendable, Codable {
    package let form: FormID
    package let items: Int
    /// One count for each row.
    package let counts: [Int]
    /// Mean proportion correct, in hundred-thousandths, so that small differences show.
    package let meanP: Int
    package let spread: Int
    package let discrimination: Int?
    /// Estimated time in seconds, and characters to read.
    package let seconds: Int
    package let reading: Int
    /// The expected score of a candidate of average ability, and its standard deviation.
    package let expected: Mark
    package let deviation: Mark

    package init(
        form: FormID, items: Int, counts: [Int], meanP: Int, spread: Int, discrimination: Int?, seconds: Int,
        reading: Int, expected: Mark, deviation: Mark
    ) {
        self.form = form
        self.items = items
        self.counts = counts
        self.meanP = meanP
        self.spread = spread
        self.discrimination = discrimination
        self.seconds = seconds
        self.reading = reading
        self.expected = expected
        self.deviation = deviation
    }
}

/// What forms share, beside the least that arithmetic allows.
package struct OverlapFigures: Hashable, Sendable, Codable {
    /// Form by form; empty for one form or very many.
    package let matrix: [[Int]]
    package let largest: Int
    package let leastLargest: Int
    /// In ten-thousandths of an item.
    package let mean: Int
    package let leastMean: Int
    /// `uses[n]`: how many items stand in n forms.
    package let uses: [Int]
    /// The least that the most frequent item can be used, by an even use.
    package let leastUses: Int

    package init(
        matrix: [[Int]], largest: Int, leastLargest: Int, mean: Int, leastMean: Int, uses: [Int], leastUses: Int
    ) {
        self.matrix = matrix
        self.largest = largest
        self.leastLargest = leastLargest
        self.mean = mean
        self.leastMean = leastMean
        self.uses = uses
        self.leastUses = leastUses
    }
}

/// How much of a score is the form's luck.
package struct LuckFigures: Hashable, Sendable, Codable {
    /// The score's distribution for each form shown, in millionths for each step from zero.
    package let distributions: [Distribution]
    /// A step of the score.
    package let step: Mark
    /// The chance, in millionths, that two candidates of equal ability differ by the form alone: the mean and the most
    /// over the pairs looked at.
    package let mean: Int
    package let most: Int
    package let worst: [FormID]

    package init(distributions: [Distribution], step: Mark, mean: Int, most: Int, worst: [FormID]) {
        self.distributions = distributions
        self.step = step
        self.mean = mean
        self.most = most
        self.worst = worst
    }

    package struct Distribution: Hashable, Sendable, Codable {
        package let form: FormID
        package let millionths: [Int]

        package init(form: FormID, millionths: [Int]) {
            self.form = form
            self.millionths = millionths
        }
    }
}

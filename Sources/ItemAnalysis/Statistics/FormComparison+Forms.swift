package import ExamModel

extension FormComparison {
    /// Compares two forms that were handed out at random, seat by seat (random groups; Kolen and Brennan, Test Equating,
    /// Scaling, and Linking, 3rd edition, 2014, chapter 2).
    ///
    /// - Standard error of the difference of means: √(s₁²/n₁ + s₂²/n₂).
    /// - Effect: d with the pooled deviation (Cohen, Statistical Power Analysis, 1988).
    /// - Linear equating: slope s₁/s₂, intercept m₁ − slope·m₂.
    /// - The forms are said to differ when the difference lies beyond two standard errors and matters: a shift of less
    ///   than half a step of the score would be rounded away (Dorans and Feigenbaum, Equating issues engendered by
    ///   changes to the SAT and PSAT/NMSQT, 1994).
    ///
    /// - Parameter step: The smallest step between two totals, in marks.
    /// - Returns: nil when one of the forms has fewer than two sheets.
    package init?(_ reference: FormAnalysis, _ other: FormAnalysis, step: Double) {
        guard let first = reference.deviation, let second = other.deviation else { return nil }
        let (n, m) = (Double(reference.sheets), Double(other.sheets))
        let difference = other.mean - reference.mean
        let error = (first * first / n + second * second / m).squareRoot()
        let pooled = (((n - 1) * first * first + (m - 1) * second * second) / (n + m - 2)).squareRoot()
        let slope = second > 0 && first > 0 ? first / second : nil
        let intercept = slope.map { reference.mean - $0 * other.mean }
        var shift: Double?
        if let slope, let intercept {
            shift = [other.lowest, other.highest].map { mark in
                let score = Double(mark.thousandths) / 1000
                return abs(slope * score + intercept - score)
            }.max()
        }
        self.init(
            reference: reference.form, other: other.form, meanDifference: difference, standardError: error,
            effect: pooled > 0 ? difference / pooled : nil, slope: slope, intercept: intercept, largestShift: shift,
            differs: abs(difference) > 2 * error && abs(difference) >= step / 2)
    }
}

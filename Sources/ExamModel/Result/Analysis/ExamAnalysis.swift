/// What an exam's responses say about its items and its papers (试题与试卷分析). Statistics, not marks: they may be
/// fractions in floating point, and nothing that decides a place is computed from them.
package struct ExamAnalysis: Hashable, Sendable, Codable {
    /// In the order of the forms' names; forms that nobody sat are left out.
    package let forms: [FormAnalysis]
    /// The first form against each of the others.
    package let comparisons: [FormComparison]
    package let cuts: [CutReliability]

    package init(forms: [FormAnalysis], comparisons: [FormComparison], cuts: [CutReliability]) {
        self.forms = forms
        self.comparisons = comparisons
        self.cuts = cuts
    }
}

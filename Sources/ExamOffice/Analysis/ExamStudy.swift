import AnswerKey
import ExamModel
import Grading
import ItemAnalysis

/// What the analysis of an exam's items is made of: everything that marking had open. It is a function of these values
/// alone, so that an audit makes it again.
struct ExamStudy {
    let forms: [Form]
    let items: [Item]
    let keys: [Key]
    /// Items, sub-items and whole cases that the judges voided.
    let voided: Set<ItemID>
    /// The sheets that earned a score.
    let sheets: [AnswerSheet]
    let scores: [Score]

    /// Without the cuts: nobody has been ranked yet.
    ///
    /// - Throws: `MARKS_TOO_FINE`.
    func analysis() throws(Refusal) -> ExamAnalysis {
        var (analyses, steps): ([FormAnalysis], [Double]) = ([], [])
        for coding in codings() {
            let counted = try CountedSheets(coding.sheets, of: coding.form)
            guard let analysis = FormAnalysis(counted) else { continue }
            analyses.append(analysis)
            steps.append(counted.step)
        }
        let comparisons = zip(analyses, steps).dropFirst().compactMap { other, step in
            FormComparison(analyses[0], other, step: max(step, steps[0]))
        }
        return ExamAnalysis(forms: analyses, comparisons: comparisons, cuts: [])
    }

    /// The forms that somebody sat.
    private func codings() -> [FormCoding] {
        let leaves = Dictionary(items.flatMap(\.questions).map { ($0.id, $0) }) { first, _ in first }
        let vault = Dictionary(keys.flatMap(\.questions).map { ($0.item, $0) }) { first, _ in first }
        let gone = Set(items.filter { voided.contains($0.id) }.flatMap(\.questions).map(\.id)).union(voided)
        let responses = Dictionary(sheets.map { ($0.ticket, $0.responses) }) { first, _ in first }
        return forms.sorted { $0.id < $1.id }.compactMap { form in
            let own = scores.filter { $0.form == form.id }
            guard !own.isEmpty else { return nil }
            return FormCoding(form, scores: own, responses: responses, items: leaves, keys: vault, voided: gone)
        }
    }
}

extension Marking {
    /// What the analysis of a marking is made of.
    func study(of graded: GradedExam) -> ExamStudy {
        let refused = Set(graded.exceptions.map(\.source))
        return ExamStudy(
            forms: forms, items: items, keys: keys.keys, voided: Set(keys.voided.keys),
            sheets: sheets.compactMap { refused.contains($0.source) ? nil : try? $0.content.get() },
            scores: graded.scores)
    }
}

extension ItemUse {
    /// What the exam teaches the bank about each item that was used. Of a voided one it teaches nothing.
    static func all(of exam: ExamID, forms: [Form], analysis: ExamAnalysis) -> [ItemUse] {
        var uses: [ItemReference: [(sheets: Int, item: ItemStatistics)]] = [:]
        for analysis in analysis.forms {
            guard let form = forms.first(where: { $0.id == analysis.form }) else { continue }
            let references = Dictionary(form.items.map { ($0.id, $0) }) { first, _ in first }
            for item in analysis.items where !item.flags.contains(.voided) {
                guard let reference = references[item.item] else { continue }
                uses[reference, default: []].append((analysis.sheets, item))
            }
        }
        return uses.map { reference, parts in
            let sheets = parts.reduce(0) { $0 + $1.sheets }
            let rests = parts.compactMap { part in part.item.itemRest.map { (part.sheets, $0) } }
            let weighed = rests.reduce(0) { $0 + $1.0 }
            return ItemUse(
                item: reference, exam: exam, exposures: sheets,
                facility: parts.reduce(0) { $0 + Double($1.sheets) * $1.item.facility } / Double(sheets),
                itemRest: weighed > 0 ? rests.reduce(0) { $0 + Double($1.0) * $1.1 } / Double(weighed) : nil,
                flags: ItemFlag.allCases.filter { flag in parts.contains { $0.item.flags.contains(flag) } })
        }.sorted { $0.item.id < $1.item.id }
    }
}

import ExamModel
import ExamPackage
import Foundation
import Grading
import Sealing

extension Office {
    /// The analysis of the exam's items that `grade` left, with the cuts of the standings.
    func examAnalysis(
        _ graded: GradedExam, roster: Roster, rules: CompetitionRules, standings: Standings
    ) throws(Refusal) -> ExamAnalysis {
        let analysis = try result(ExamAnalysis.self, at: folder.analysis, madeBy: "grade")
        // The papers are drawn by what the scores are: nobody chooses them, and an audit draws the same.
        let seed = Seed(text: try digest(of: folder.scores).description)
        let sections = Dictionary(analysis.forms.flatMap(\.items).map { ($0.item, $0.section) }) { first, _ in first }
        let cuts = seed.map {
            CutReliability.all(
                scores: graded.scores, sections: sections, roster: roster, rules: rules, standings: standings, seed: $0)
        }
        return ExamAnalysis(forms: analysis.forms, comparisons: analysis.comparisons, cuts: cuts ?? [])
    }

    /// What the exam teaches the bank about its items: for the stage that writes it there.
    func itemUses() throws(Refusal) -> [ItemUse] {
        let package = try sealedPaper()
        let analysis = try result(ExamAnalysis.self, at: folder.analysis, madeBy: "grade")
        return ItemUse.all(
            of: package.manifest.exam, forms: try gradingPart(of: package).forms, analysis: analysis)
    }
}

extension ExamFolder {
    var analysis: URL { url.appending(path: "analysis/items.json") }
}

import AnswerKey
import ExamModel
import ExamPackage
import Foundation
import Grading
import Ledger
import Reports
import Sealing

extension Office {
    /// What the reports of `time` say, with `head` as the ledger's last line before them.
    func reportData(
        _ rules: CompetitionRules, _ standings: Standings, at time: Date, head: Digest
    ) throws(Refusal) -> ReportData {
        try rules.usesWrittenExam
            ? writtenReportData(rules, standings, at: time, head: head)
            : tabledReportData(rules, standings, at: time, head: head)
    }

    private func writtenReportData(
        _ rules: CompetitionRules, _ standings: Standings, at time: Date, head: Digest
    ) throws(Refusal) -> ReportData {
        let package = try sealedPaper()
        let part = try gradingPart(of: package)
        let (roster, graded) = (try publishedRoster(), try gradedExam())
        return ReportData(
            exam: package.exam, roster: roster, rules: rules, scores: graded.scores, standings: standings,
            figures: Figures(
                scores: graded.scores, items: part.items, roster: roster, rules: rules, standings: standings),
            analysis: try examAnalysis(graded, roster: roster, rules: rules, standings: standings),
            items: part.items, generatedAt: time,
            verification: try verification([folder.scores, folder.standings, folder.paper], head: head),
            corrections: try correctionNotes())
    }

    /// The corrections that the marks were made by.
    private func correctionNotes() throws(Refusal) -> [CorrectionNote] {
        var notes: [CorrectionNote] = []
        for file in try account().appliedRegrades() {
            let proposal = try result(RegradeProposal.self, at: file, madeBy: "regrade propose")
            notes.append(
                CorrectionNote(
                    number: proposal.number, reason: proposal.reason,
                    changes: proposal.corrections.map { entry in
                        Bilingual(
                            "\(entry.text.chinese)；\(entry.correction.reason)",
                            "\(entry.text.english); \(entry.correction.reason)")
                    }))
        }
        return notes
    }

    /// Of a contest whose marks all come from tables: nothing was sealed and nothing can be analysed.
    private func tabledReportData(
        _ rules: CompetitionRules, _ standings: Standings, at time: Date, head: Digest
    ) throws(Refusal) -> ReportData {
        let roster = try publishedRoster()
        let scores = try tabledScores(rules, standings)
        return ReportData(
            exam: try folder.readExam(), roster: roster, rules: rules, scores: scores, standings: standings,
            figures: Figures(scores: scores, items: [], roster: roster, rules: rules, standings: standings),
            analysis: ExamAnalysis(forms: [], comparisons: [], cuts: []), items: [], generatedAt: time,
            verification: try verification(
                [folder.standings] + rules.tables.map { folder.url.appending(path: $0) }, head: head))
    }

    /// What each person's total is made of, a component a section.
    private func tabledScores(_ rules: CompetitionRules, _ standings: Standings) throws(Refusal) -> [Score] {
        let components = rules.allComponents.filter { $0.subject == .person && $0.isOnlyShown != true }
        let tables = Dictionary(try self.components(rules).map { ($0.name, $0) }) { first, _ in first }
        let marks = components.map { component in
            Dictionary((tables[component.name]?.people ?? []).map { ($0.ticket, $0) }) { first, _ in first }
        }
        // A single component counts as it is; its weight and full marks are the teams'.
        let isOnly = components.count == 1
        guard rules.countsPeople else { return [] }
        return standings.individuals.map { standing in
            let sections = zip(components, marks).map { component, people in
                let earned = people[standing.ticket]?.total ?? .zero
                return SectionScore(
                    title: component.name, marks: isOnly ? earned : component.contribution(of: earned),
                    full: isOnly ? .zero : component.full.map { component.contribution(of: $0) } ?? .zero)
            }
            let seconds = marks.compactMap { $0[standing.ticket]?.seconds }.reduce(0, +)
            return Score(
                ticket: standing.ticket, form: "", total: standing.score, sections: sections, items: [],
                seconds: seconds)
        }
    }

    /// Hashes to compare, of these files.
    private func verification(_ files: [URL], head: Digest) throws(Refusal) -> [VerificationNote] {
        var notes: [VerificationNote] = [
            .sentence(
                Bilingual(
                    "本页由下列结果生成，可用散列值（SHA-256）核对；全部重算：kaochang audit verify。",
                    "This page was made of the results below; compare their SHA-256. To compute all of it again: kaochang "
                        + "audit verify."))
        ]
        for file in files {
            let name = folder.name(of: file)
            notes.append(.value(label: Bilingual(name, name), try digest(of: file).description))
        }
        return notes + [.value(label: Bilingual("账本末行", "last line of the ledger"), head.description)]
    }
}

package import ExamModel
package import Foundation

/// Everything that reports show. Nothing is computed from it: reports only choose, order and set.
package struct ReportData: Sendable {
    let exam: Exam
    let roster: Roster
    let rules: CompetitionRules
    let standings: Standings
    let figures: Figures
    let analysis: ExamAnalysis
    let generatedAt: Date
    let verification: [VerificationNote]
    /// What was corrected on appeal before these results were made, in the order in which it was.
    let corrections: [CorrectionNote]
    package private(set) var language: Language

    let candidates: [TicketNumber: Candidate]
    /// Items and sub-items by their ids.
    let items: [ItemID: Item]
    let cities: [TeamID: String]
    let scores: [TicketNumber: Score]

    /// - Parameters:
    ///   - items: Every item of the forms: what the analysis names them by.
    ///   - generatedAt: The date printed on the reports; reports read no clock.
    ///   - verification: How anybody can check the results: hashes of the ledger, the command to run.
    ///   - corrections: Keys corrected and items voided on appeal.
    ///   - language: What the reports are written in. What people wrote stays as it is.
    package init(
        exam: Exam, roster: Roster, rules: CompetitionRules, scores: [Score], standings: Standings, figures: Figures,
        analysis: ExamAnalysis, items: [Item], generatedAt: Date, verification: [VerificationNote],
        corrections: [CorrectionNote] = [], language: Language = .chinese
    ) {
        self.exam = exam
        self.roster = roster
        self.rules = rules
        self.standings = standings
        self.figures = figures
        self.analysis = analysis
        self.items = Dictionary(items.flatMap(\.questions).map { ($0.id, $0) }) { first, _ in first }
        self.generatedAt = generatedAt
        self.verification = verification
        self.corrections = corrections
        self.language = language
        candidates = Dictionary(roster.candidates.map { ($0.ticket, $0) }) { first, _ in first }
        cities = Dictionary(roster.teams.map { ($0.id, $0.city) }) { first, _ in first }
        self.scores = Dictionary(scores.map { ($0.ticket, $0) }) { first, _ in first }
    }

    /// The titles of the paper's sections, in the order of the first score.
    var sectionTitles: [String] {
        standings.individuals.first.flatMap { scores[$0.ticket] }?.sections.map(\.title) ?? []
    }

    /// The same in another language.
    package func written(in language: Language) -> ReportData {
        var data = self
        data.language = language
        return data
    }

    /// Words of the reports in their language.
    func say(_ chinese: String, _ english: String) -> String { language.say(chinese, english) }

    /// Names one after the other.
    func list(_ names: [String]) -> String { names.joined(separator: say("、", ", ")) }

    var generatedText: String {
        let moment = "\(BeijingTime.day(generatedAt, in: language)) \(BeijingTime.clock(generatedAt))"
        return say("生成于 \(moment)", "Made on \(moment) Beijing time")
    }

    /// Teams of which the judges have to decide whether they advance.
    var undecidedTeams: Set<String> {
        Set(standings.flags.filter { $0.matter == Adjudication.advancing }.flatMap(\.subjects))
    }
}

/// A decision on an appeal by which the results were made anew (更正).
package struct CorrectionNote: Hashable, Sendable {
    package let number: Int
    /// What the decision rests on.
    package let reason: String
    /// The item, both keys and why, one sentence a correction.
    package let changes: [Bilingual]

    package init(number: Int, reason: String, changes: [Bilingual]) {
        self.number = number
        self.reason = reason
        self.changes = changes
    }
}

/// A line of the part that tells how to check the results.
package enum VerificationNote: Hashable, Sendable {
    case sentence(Bilingual)
    /// Something to compare character by character, such as a hash or a command, and what it is.
    case value(label: Bilingual, String)
}

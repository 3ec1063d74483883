import ExamModel
import Foundation
import Grading
import Ledger
import Ranking

extension Office {
    /// Makes the standings from the scores and the other components that the rules name (`rank`).
    func rank() throws(Refusal) -> Standings {
        let stage = try begin(.rank)
        let rules = try folder.readRules()
        let components = try components(rules)
        let barred = try barredTickets()
        let standings = try ranker(rules, barred: barred).standings(for: components)
        if !barred.isEmpty || stage.account.digest(of: folder.barredTickets) != nil {
            try writeVersion(barred, to: folder.barredTickets)
        }
        try writeVersion(standings, to: folder.standings)
        let made = [folder.standings] + (barred.isEmpty ? [] : [folder.barredTickets])
        try stage.record(inputs: try rankingInputs(rules), outputs: made)
        return standings
    }

    /// What ranking gives once more, from the files as they stand and whom the last ranking found barred.
    func rankedAgain(_ account: Account) throws(Refusal) -> Standings {
        let rules = try folder.readRules()
        return try ranker(rules, barred: try keptBarred()).standings(for: try components(rules))
    }

    /// The standings that follow from these written scores by the exam's rules, as the folder stands.
    func ranked(_ scores: [Score]) throws(Refusal) -> Standings {
        let rules = try folder.readRules()
        return try ranker(rules, barred: try keptBarred()).standings(for: try components(rules, written: scores))
    }

    func ranker(_ rules: CompetitionRules, barred: [TicketNumber]) throws(Refusal) -> Ranker {
        try Ranker(
            rules: rules, roster: try publishedRoster(), adjudications: try adjudications(), barred: Set(barred))
    }

    /// The marks of every component: the written exam's from the scores, the others from their tables.
    func components(_ rules: CompetitionRules, written: [Score]? = nil) throws(Refusal) -> [ComponentScores] {
        var components: [ComponentScores] = []
        for component in rules.allComponents {
            switch component.source {
            case .written:
                let scores = if let written { written } else { try gradedExam().scores }
                components.append(ComponentScores(name: component.name, people: scores))
            case .file(let name):
                components.append(
                    try ComponentFile(component, at: folder.url.appending(path: name)).scores(of: publishedRoster()))
            }
        }
        return components
    }

    /// Everything that standings are made of, as the ledger names it.
    func rankingInputs(_ rules: CompetitionRules) throws(Refusal) -> [URL] {
        let tables = rules.tables.map { folder.url.appending(path: $0) }
        return (rules.usesWrittenExam ? [folder.scores] : []) + [folder.rulesFile, folder.publishedRoster] + tables
            + (try adjudicationFiles())
    }

    /// People on the roster whom a list bars now, by ticket.
    private func barredTickets() throws(Refusal) -> [TicketNumber] {
        guard !folder.isPublic else { return try keptBarred() }
        return try barredOnRoster()
    }

    /// The same as the last ranking found it.
    func keptBarred() throws(Refusal) -> [TicketNumber] {
        guard try account().digest(of: folder.barredTickets) != nil else { return [] }
        return try result([TicketNumber].self, at: folder.barredTickets, madeBy: "rank")
    }
}

extension ExamFolder {
    /// Tickets of people who may not take part, as `rank` found them.
    var barredTickets: URL { url.appending(path: "standings/barred.json") }
}

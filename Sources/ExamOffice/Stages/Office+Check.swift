import AnswerKey
import Assembly
import ExamModel
import ExamSettings
import Foundation
import ItemBank

extension Office {
    /// Holds the assembled forms against the blueprint (`paper check`).
    func checkForms() throws(Refusal) -> [Finding] {
        let record = try assemblyRecord()
        let blueprint = try folder.readBlueprint().with(forms: record.forms.count).blueprint
        let items = try bankItems().map(\.item)
        let findings = FormChecker(blueprint, bank: items).findings(in: record.forms)
        let byID = Dictionary(items.map { ($0.id, $0) }) { first, _ in first }
        for form in record.forms {
            let contents = form.items.compactMap { byID[$0.id] }
            let levels = Difficulty.allCases.map { level in
                "\(level.name.chinese) \(contents.count { $0.difficulty == level })"
            }
            console.say(
                "试卷 \(form.id)：\(contents.count) 题；难度 \(levels.joined(separator: "、"))",
                "form \(form.id): \(contents.count) items")
        }
        if findings.isEmpty { console.say("逐条核对，均符合命题细目表", "every row of the blueprint holds") }
        console.report(findings)
        return findings
    }

    /// Who is registered, who of them may not take part, and which teams are short (`roster check`).
    func checkRoster() throws(Refusal) -> [Finding] {
        let roster = try roster()
        let size = try folder.readRules().teamSize
        let members = Dictionary(grouping: roster.candidates, by: \.team).mapValues(\.count)
        let short = roster.teams.filter { members[$0.id, default: 0] < size }.map { team in
            Finding(
                .warning, .teamShort,
                Bilingual(
                    "\(team.id)只有 \(members[team.id, default: 0]) 人，满员 \(size) 人",
                    "\(team.id) has \(members[team.id, default: 0]) of \(size) members"))
        }
        let findings = try barredCandidates() + short
        console.say(
            "考生 \(roster.candidates.count) 人，代表队 \(roster.teams.count) 支",
            "\(roster.candidates.count) candidates, \(roster.teams.count) teams")
        console.report(findings)
        return findings
    }
}

extension FindingCode {
    static let teamShort: FindingCode = "TEAM_SHORT"
}

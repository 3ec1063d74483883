import AnswerKey
import Assembly
import ExamModel
import ExamSettings
import Foundation
import ItemBank
import Reports

extension Office {
    /// Holds the assembled forms against the blueprint and against each other (`paper check`).
    ///
    /// - Parameter page: where the report goes as HTML; nil: nowhere.
    func checkForms(page: URL? = nil) throws(Refusal) -> (findings: [Finding], equity: EquityFigures) {
        let record = try assemblyRecord()
        let blueprint = try folder.readBlueprint().with(forms: record.forms.count).blueprint
        let bank = try assembledBank()
        let pool = try assembledPool(bank)
        let findings = FormChecker(blueprint, pool: pool).findings(in: record.forms)
        let equity = EquityReport(blueprint, pool: pool, forms: record.forms).figures
        EquityText(equity).lines.forEach(console.say)
        if findings.isEmpty { console.say("逐条核对，均符合命题细目表", "every row of the blueprint holds") }
        console.report(findings)
        sayLooseScoring(record.forms, bank)
        if let page {
            try EquityPage(title: try folder.readExam().title, equity).write(to: page)
            console.say("等值分析报告：\(page.path)", "equity report: \(page.path)")
        }
        return (findings, equity)
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

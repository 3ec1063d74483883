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
        let pool = try assembledPool(try assembledBank())
        let findings = FormChecker(blueprint, pool: pool).findings(in: record.forms)
        let equity = EquityReport(blueprint, pool: pool, forms: record.forms).figures
        say(equity)
        if findings.isEmpty { console.say("逐条核对，均符合命题细目表", "every row of the blueprint holds") }
        console.report(findings)
        if let page {
            try EquityPage(title: try folder.readExam().title, equity).write(to: page)
            console.say("等值分析报告：\(page.path)", "equity report: \(page.path)")
        }
        return (findings, equity)
    }

    /// The figures of the first forms, and what all of them share.
    private func say(_ equity: EquityFigures) {
        let levels = equity.rows.indices.filter { equity.rows[$0].group == .level }
        for form in equity.forms.prefix(26) {
            let counts = levels.map { "\(equity.rows[$0].name.chinese) \(form.counts[$0])" }.joined(separator: "、")
            let p = Mark(thousandths: (form.meanP + 50) / 100)
            console.say(
                "试卷 \(form.form)：\(form.items) 题；难度 \(counts)；平均难度值 \(p)；期望得分 \(form.expected)±\(form.deviation)；"
                    + "阅读量 \(form.reading) 字，约 \((form.seconds + 30) / 60) 分钟",
                "form \(form.form): \(form.items) items; mean p \(p); expected score \(form.expected)±\(form.deviation); "
                    + "\(form.reading) characters, about \((form.seconds + 30) / 60) minutes")
        }
        guard equity.forms.count > 1 else { return }
        let overlap = equity.overlap
        let (mean, least) = (decimal(overlap.mean), decimal(overlap.leastMean))
        console.say(
            "两套共用题：最多 \(overlap.largest)（下限 \(overlap.leastLargest)），平均 \(mean)（下限 \(least)）；"
                + "同等水平两人因卷得分不同的机会平均 \(percent(equity.luck.mean))，最大 \(percent(equity.luck.most))",
            "shared by two forms: at most \(overlap.largest) (bound \(overlap.leastLargest)), on average \(mean) (bound "
                + "\(least)); chance that equals differ by the form: \(percent(equity.luck.mean)), at most "
                + percent(equity.luck.most))
    }

    private func decimal(_ tenThousandths: Int) -> String {
        "\(tenThousandths / 10_000)." + String(String(10_000 + tenThousandths % 10_000).dropFirst())
    }

    private func percent(_ millionths: Int) -> String { "\(millionths / 10_000).\(millionths / 1000 % 10)%" }

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

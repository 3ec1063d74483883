package import ExamModel
package import Foundation

/// The public notice (公示名单): who advances, who earned what title, and all results, as they hang on a wall. Identity
/// numbers are masked; dates of the notice and the telephone for objections are left to be written in.
package enum PublicNotice {
    /// 公示名单.html
    package static func write(_ data: ReportData, to url: URL) throws(Refusal) {
        try PrintedDocument.write(html(data), to: url)
    }

    static func html(_ data: ReportData) -> String {
        let honours = data.rules.honours.map { honour in
            section("“\(honour.name)”人员", .holders(of: honour, data), note: open(honour, data))
        }
        return PrintedDocument.html(
            title: "公示名单 · \(data.exam.title)", page: "A4", style: style,
            body: [
                .element(
                    "div", ["class": "sheet"],
                    [
                        .element("h1", [:], "\(data.exam.title)\u{200B}成绩公示"),
                        .element(
                            "p", ["class": "text"],
                            "\(data.exam.session.name)已于\(BeijingTime.day(data.exam.session.start))举行，阅卷、统分和排名已经完成，现将结果予以公示。"
                                + "公示期为____年__月__日至____年__月__日。对结果有异议的，请在公示期内以书面形式向赛事监督组提出，联系电话：________________。"),
                        section(
                            "晋级代表队", .teams(data, [.rank, .team, .city, .total], advancingOnly: true),
                            note: openTeams(data)),
                    ] + honours + [
                        section("团队成绩", .teams(data, [.rank, .team, .city, .total, .outcome])),
                        section(
                            "个人成绩",
                            .individuals(data, [.rank, .ticket, .name, .identity, .unit, .total, .honours])),
                        .element(
                            "div", ["class": "signed"],
                            [
                                .element("p", [:], "（主办单位盖章）"),
                                .element("p", [:], BeijingTime.day(data.generatedAt)),
                            ]),
                    ])
            ])
    }

    private static func section(_ title: String, _ list: ResultList, note: String = "") -> Markup {
        .element(
            "section", [:],
            [
                .element("h2", [:], title),
                note.isEmpty ? .nothing : .element("p", ["class": "small"], note),
                list.rows.isEmpty ? .element("p", [:], "（无）") : ListTable.markup(list, caption: title),
            ])
    }

    private static func openTeams(_ data: ReportData) -> String {
        data.undecidedTeams.isEmpty ? "" : "晋级线上有并列，须由裁判组裁定，裁定后补充公示。"
    }

    private static func open(_ honour: Honour, _ data: ReportData) -> String {
        let decided = data.standings.individuals.count { $0.honours.contains(honour.name) }
        return decided < honour.count && data.standings.flags.contains { $0.code == .tieAtCut }
            ? "已确定 \(decided) 名；线上并列的，裁定后补充公示。" : ""
    }

    private static let style = """
        .text { text-indent: 2em; margin-bottom: 6mm; }
        section { margin: 7mm 0 0; }
        h2 { break-after: avoid; }
        .signed { margin-top: 12mm; text-align: right; break-inside: avoid; }
        """
}

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
        PrintedDocument.html(
            in: data.language, title: data.say("公示名单", "Public notice") + " · \(data.exam.title)", page: "A4",
            style: style,
            body: [
                .element(
                    "div", ["class": "sheet"],
                    [
                        .element(
                            "h1", [:],
                            [
                                .element("span", [:], data.exam.title),
                                .element("span", [:], data.say("成绩公示", "Public notice of the results")),
                            ]),
                        .element("p", ["class": "text"], opening(data)),
                    ] + corrections(data) + teams(data) + honours(data) + results(data) + [
                        .element(
                            "div", ["class": "signed"],
                            [
                                .element("p", [:], data.say("（主办单位盖章）", "(seal of the organiser)")),
                                .element("p", [:], BeijingTime.day(data.generatedAt, in: data.language)),
                            ])
                    ])
            ])
    }

    private static func opening(_ data: ReportData) -> String {
        let session = data.exam.session
        return data.say(
            "\(session.name)已于\(BeijingTime.day(session.start))举行，阅卷、统分和排名已经完成，现将结果予以公示。"
                + "公示期为____年__月__日至____年__月__日。对结果有异议的，请在公示期内以书面形式向赛事监督组提出，联系电话：________________。",
            "\(session.name) was held on \(BeijingTime.day(session.start, in: .english)); marking and ranking are done. The results "
                + "hang from ____-__-__ to ____-__-__. Objections go in writing to the supervision group, telephone ________________."
        )
    }

    private static func corrections(_ data: ReportData) -> [Markup] {
        guard !data.corrections.isEmpty else { return [] }
        let title = Markup.element("h2", [:], data.say("更正说明", "Corrections"))
        return [.element("section", [:], [title] + CorrectionList.markup(data))]
    }

    /// Who advances and what teams earned, where the contest has it.
    private static func teams(_ data: ReportData) -> [Markup] {
        var sections: [Markup] = []
        if data.rules.advancing > 0 || data.rules.host != nil {
            sections.append(
                section(
                    data.say("晋级代表队", "Teams that advance"),
                    .teams(data, [.rank, .team, .city, .total], advancingOnly: true), data,
                    note: data.undecidedTeams.isEmpty
                        ? ""
                        : data.say("有并列须由裁判组裁定，裁定后补充公示。", "A tie waits for the judges; a further notice will follow.")))
        }
        if data.rules.prizes?.isEmpty == false {
            sections.append(
                section(
                    data.say("代表队奖项", "Prizes of teams"),
                    .teams(data, [.rank, .team, .city, .total, .prizes], prizesOnly: true), data,
                    note: (data.rules.prizes ?? []).map { open($0.name, data) }.first { !$0.isEmpty } ?? ""))
        }
        return sections
    }

    private static func honours(_ data: ReportData) -> [Markup] {
        data.rules.honours.map { honour in
            section(
                data.say("“\(honour.name)”人员", "\(honour.name)"), .holders(of: honour, data), data,
                note: open(honour.name, data))
        }
    }

    private static func results(_ data: ReportData) -> [Markup] {
        var sections: [Markup] = []
        if data.rules.individualsOnly != true {
            sections.append(
                section(
                    data.say("团队成绩", "Team results"),
                    .teams(data, [.rank, .team, .city, .total] + TeamColumn.outcomes(data.rules)), data))
        }
        if data.rules.countsPeople, !data.standings.individuals.isEmpty {
            sections.append(
                section(
                    data.say("个人成绩", "Individual results"),
                    .individuals(data, [.rank, .ticket, .name, .identity, .unit, .total, .honours]), data))
        }
        return sections
    }

    private static func section(
        _ title: String, _ list: ResultList, _ data: ReportData, note: String = ""
    ) -> Markup {
        .element(
            "section", [:],
            [
                .element("h2", [:], title),
                note.isEmpty ? .nothing : .element("p", ["class": "small"], note),
                list.rows.isEmpty
                    ? .element("p", [:], data.say("（无）", "(none)")) : ListTable.markup(list, caption: title),
            ])
    }

    /// Said where somebody has still to decide who earns an honour or prize.
    private static func open(_ name: String, _ data: ReportData) -> String {
        let isOpen = data.standings.flags.contains { flag in
            flag.matter == name || flag.matter?.hasPrefix(name + "·") == true
        }
        return isOpen
            ? data.say("名单有待裁定，裁定后补充公示。", "Something waits for the judges; a further notice will follow.") : ""
    }

    private static let style = """
        p.text { text-indent: 2em; margin-bottom: 6mm; }
        h1 span { display: block; }
        section { margin: 7mm 0 0; }
        section ul { margin: 0 0 2mm; padding-left: 2em; }
        h2 { break-after: avoid; }
        .signed { margin-top: 12mm; text-align: right; break-inside: avoid; }
        """
}

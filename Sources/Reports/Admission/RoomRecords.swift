package import ExamModel
package import Foundation

/// The record of a room (考场情况记录表), a room a sheet: printed with what is known, filled in and signed by the
/// invigilators.
package enum RoomRecords {
    /// 考场情况记录表.html
    package static func write(_ data: AdmissionData, to url: URL) throws(Refusal) {
        try PrintedDocument.write(html(data), to: url)
    }

    static func html(_ data: AdmissionData) -> String {
        PrintedDocument.html(
            in: data.language, title: data.say("考场情况记录表", "Room records") + " · \(data.exam.title)", page: "A4",
            style: style,
            body: data.rooms.isEmpty
                ? [.element("p", [:], data.say("还没有编排座位。", "Nobody has a seat yet."))]
                : data.rooms.map { sheet($0, data) })
    }

    private static func sheet(_ room: AdmissionData.Room, _ data: AdmissionData) -> Markup {
        .element(
            "section", ["class": "sheet"],
            [
                .element("h2", [:], data.exam.title), .element("h1", [:], data.say("考场情况记录表", "Record of the room")),
                table(
                    data.say("考场情况", "The room"),
                    [
                        [
                            data.say("考场", "Room"), data.title(ofRoom: room.name), data.say("场次", "Session"),
                            data.exam.session.name,
                        ],
                        [data.say("日期", "Date"), data.day, data.say("时间", "Time"), data.time],
                        [data.say("应考人数", "Registered"), "\(room.candidates.count)", data.say("实考人数", "Present"), ""],
                        [data.say("缺考人数", "Absent"), "", data.say("迟到人数", "Late"), ""],
                        [data.say("开考时间", "Began"), "", data.say("收卷时间", "Ended"), ""],
                    ]),
                blank(data.say("缺考考生（准考证号、姓名）", "Absent (ticket, name)"), lines: 4), incidents(data),
                blank(data.say("设备、网络情况及处理", "Machines and network, and what was done"), lines: 3),
                blank(data.say("需要说明的其他情况", "Anything else"), lines: 3),
                .element(
                    "div", ["class": "signatures"],
                    [
                        data.say("监考员（签字）：", "Invigilator:"), data.say("监考员（签字）：", "Invigilator:"),
                        data.say("赛事监督组（签字）：", "Supervision:"), data.say("考务组（签字）：", "Exam affairs:"),
                    ].map { .element("p", [:], $0) }),
            ])
    }

    private static func table(_ caption: String, _ rows: [[String]]) -> Markup {
        .element(
            "table", ["class": "facts"],
            [
                .element("caption", [:], caption),
                .element(
                    "tbody", [:],
                    rows.map { row in
                        .element(
                            "tr", [:],
                            row.enumerated().map { index, text in
                                index.isMultiple(of: 2)
                                    ? .element("th", ["scope": "row"], text) : .element("td", [:], text)
                            })
                    }),
            ])
    }

    private static func incidents(_ data: AdmissionData) -> Markup {
        let title = data.say("异常情况", "Incidents")
        let heads = [
            data.say("时间", "Time"), data.say("准考证号", "Ticket"), data.say("姓名", "Name"),
            data.say("情况（违纪、换机、离场等）", "What (breach, change of machine, leaving, …)"), data.say("处理", "What was done"),
        ]
        return .group([
            .element("p", ["class": "label"], title),
            .element(
                "table", ["class": "incidents"],
                [
                    .element("caption", [:], title),
                    .element(
                        "thead", [:],
                        [.element("tr", [:], heads.map { .element("th", ["scope": "col"], $0) })]),
                    .element(
                        "tbody", [:],
                        (0..<6).map { _ in .element("tr", [:], heads.map { _ in .element("td", [:], "") }) }),
                ]),
        ])
    }

    private static func blank(_ label: String, lines: Int) -> Markup {
        .group([
            .element("p", ["class": "label"], label),
            .element("div", ["class": "blank lines-\(lines)"], ""),
        ])
    }

    private static let style = """
        h2 { font-size: 12pt; font-weight: 400; margin: 0; }
        .facts { table-layout: fixed; }
        .facts th { background: var(--faint); font-weight: 400; width: 20%; }
        .facts td { width: 30%; height: 8mm; }
        .label { margin: 3mm 0 1mm; }
        .incidents { table-layout: fixed; }
        .incidents td { height: 8mm; }
        .incidents th:nth-child(4) { width: 36%; }
        .blank { border: 0.3mm solid var(--rule); }
        .lines-3 { height: 18mm; }
        .lines-4 { height: 24mm; }
        .signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 3mm 10mm; margin-top: 6mm; }
        .signatures p { border-bottom: 0.2mm solid var(--rule); }
        """
}

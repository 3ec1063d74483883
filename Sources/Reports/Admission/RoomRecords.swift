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
            title: "考场情况记录表 · \(data.exam.title)", page: "A4", style: style,
            body: data.rooms.isEmpty ? [.element("p", [:], "还没有编排座位。")] : data.rooms.map { sheet($0, data) })
    }

    private static func sheet(_ room: AdmissionData.Room, _ data: AdmissionData) -> Markup {
        .element(
            "section", ["class": "sheet"],
            [
                .element("h2", [:], data.exam.title), .element("h1", [:], "考场情况记录表"),
                table(
                    "考场情况",
                    [
                        ["考场", "第 \(room.name) 考场", "场次", data.exam.session.name],
                        ["日期", data.day, "时间", data.time],
                        ["应考人数", "\(room.candidates.count)", "实考人数", ""], ["缺考人数", "", "迟到人数", ""],
                        ["开考时间", "", "收卷时间", ""],
                    ]),
                blank("缺考考生（准考证号、姓名）", lines: 4), incidents,
                blank("设备、网络情况及处理", lines: 3), blank("需要说明的其他情况", lines: 3),
                .element(
                    "div", ["class": "signatures"],
                    ["监考员（签字）：", "监考员（签字）：", "赛事监督组（签字）：", "考务组（签字）："].map { .element("p", [:], $0) }),
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

    private static var incidents: Markup {
        let heads = ["时间", "准考证号", "姓名", "情况（违纪、换机、离场等）", "处理"]
        return .group([
            .element("p", ["class": "label"], "异常情况"),
            .element(
                "table", ["class": "incidents"],
                [
                    .element("caption", [:], "异常情况"),
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

package import ExamModel
package import Foundation

/// Admission tickets (准考证), two on a page, in the order of the roster.
package enum AdmissionTickets {
    /// 准考证.html
    package static func write(_ data: AdmissionData, to url: URL) throws(Refusal) {
        try PrintedDocument.write(html(data), to: url)
    }

    static func html(_ data: AdmissionData) -> String {
        PrintedDocument.html(
            title: "准考证 · \(data.exam.title)", page: "A4", style: style,
            body: data.roster.candidates.map { ticket($0, data) })
    }

    private static func ticket(_ candidate: Candidate, _ data: AdmissionData) -> Markup {
        let seat = candidate.seat.map(AdmissionData.parts)
        let facts: [(String, String)] = [
            ("姓名", candidate.name), ("准考证号", candidate.ticket.text), ("身份证号", candidate.identity.masked),
            ("代表队", candidate.team.text), ("单位", candidate.unit),
            ("队员类别", candidate.role == .regular ? "正式" : "替补"), ("考试日期", data.day), ("考试时间", data.time),
            ("考场", seat.map { "第 \($0.room) 考场" } ?? "（待编排）"), ("座位号", seat?.seat ?? "（待编排）"),
        ]
        let latest = data.exam.session.start.addingTimeInterval(TimeInterval(data.exam.session.latestStartMinutes * 60))
        let rules =
            [
                "凭本证和居民身份证入场，\(BeijingTime.clock(latest)) 后不得入场。登录时输入准考证号和身份证号后六位。"
            ] + data.exam.roomRules
        return .element(
            "section", ["class": "sheet ticket"],
            [
                .element("p", ["class": "exam"], data.exam.title), .element("h2", [:], "准 考 证"),
                .element(
                    "div", ["class": "facts"],
                    [
                        .element(
                            "dl", [:],
                            facts.map { .element("div", [:], [.element("dt", [:], $0.0), .element("dd", [:], $0.1)]) }),
                        .element("div", ["class": "photo"], "照片"),
                    ]),
                .element("ol", ["class": "small"], rules.map { .element("li", [:], $0) }),
            ])
    }

    private static let style = """
        .ticket { break-inside: avoid; }
        .exam { text-align: center; font-size: 12pt; text-wrap: balance; }
        .facts { display: flex; gap: 8mm; align-items: flex-start; }
        .facts dl { flex: 1; display: grid; grid-template-columns: 1fr 1fr; gap: 1mm 6mm; margin: 0 0 3mm; }
        .facts dl div { display: flex; gap: 3mm; border-bottom: 0.2mm solid var(--rule); }
        .facts dt { color: var(--soft); min-width: 4.5em; }
        .facts dd { margin: 0; font-weight: 600; }
        .photo {
          width: 25mm; height: 35mm; border: 0.3mm solid var(--rule); color: var(--soft); font-size: 9pt;
          display: flex; align-items: center; justify-content: center;
        }
        ol { margin: 0; padding-left: 1.6em; }
        @media print {
          .ticket { break-after: auto; min-height: 125mm; padding-bottom: 4mm; }
          .ticket:nth-of-type(even) { break-after: page; }
          .ticket:nth-of-type(odd) { border-bottom: 0.3mm dashed var(--rule); margin-bottom: 8mm; }
          .ticket:last-child { break-after: auto; border-bottom: 0; }
        }
        """
}

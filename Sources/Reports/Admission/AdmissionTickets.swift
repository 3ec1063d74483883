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
            in: data.language, title: data.say("准考证", "Admission tickets") + " · \(data.exam.title)", page: "A4",
            style: style,
            body: data.roster.candidates.map { ticket($0, data) })
    }

    private static func ticket(_ candidate: Candidate, _ data: AdmissionData) -> Markup {
        let seat = candidate.seat.map(AdmissionData.parts)
        let later = data.say("（待编排）", "(not yet)")
        let facts: [(String, String)] = [
            (data.say("姓名", "Name"), candidate.name), (data.say("准考证号", "Ticket"), candidate.ticket.text),
            (data.say("身份证号", "Identity"), candidate.identity.masked),
            (data.say("代表队", "Team"), candidate.team.text), (data.say("单位", "Unit"), candidate.unit),
            (
                data.say("队员类别", "Member"),
                candidate.role == .regular ? data.say("正式", "regular") : data.say("替补", "substitute")
            ), (data.say("考试日期", "Date"), data.day), (data.say("考试时间", "Time"), data.time),
            (data.say("考场", "Room"), seat.map { data.title(ofRoom: $0.room) } ?? later),
            (data.say("座位号", "Seat"), seat?.seat ?? later),
        ]
        let latest = data.exam.session.start.addingTimeInterval(TimeInterval(data.exam.session.latestStartMinutes * 60))
        let rules =
            [
                data.say(
                    "凭本证和居民身份证入场，\(BeijingTime.clock(latest)) 后不得入场。登录时输入准考证号和身份证号后六位。",
                    "Bring this ticket and your identity card; nobody enters after \(BeijingTime.clock(latest)). Log in with the "
                        + "ticket number and the last six characters of the identity number.")
            ] + data.exam.roomRules
        return .element(
            "section", ["class": "sheet ticket"],
            [
                .element("p", ["class": "exam"], data.exam.title),
                .element("h2", [:], data.say("准 考 证", "Admission ticket")),
                .element(
                    "div", ["class": "facts"],
                    [
                        .element(
                            "dl", [:],
                            facts.map { .element("div", [:], [.element("dt", [:], $0.0), .element("dd", [:], $0.1)]) }),
                        .element("div", ["class": "photo"], data.say("照片", "Photo")),
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
        @media screen and (max-width: 760px) {
          .facts { flex-direction: column; gap: 2mm; }
          .facts dl { grid-template-columns: 1fr; width: 100%; margin: 0; }
        }
        @media print {
          .ticket { break-after: auto; min-height: 125mm; padding-bottom: 4mm; }
          .ticket:nth-of-type(even) { break-after: page; }
          .ticket:nth-of-type(odd) { border-bottom: 0.3mm dashed var(--rule); margin-bottom: 8mm; }
          .ticket:last-child { break-after: auto; border-bottom: 0; }
        }
        """
}

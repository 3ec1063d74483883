package import ExamModel
package import Foundation

/// The seating charts (座次表), a room a sheet: who sits where, as one sees it from the front, to hang on the door.
package enum SeatingCharts {
    /// 座次表.html
    package static func write(_ data: AdmissionData, to url: URL) throws(Refusal) {
        try PrintedDocument.write(html(data), to: url)
    }

    static func html(_ data: AdmissionData) -> String {
        PrintedDocument.html(
            in: data.language, title: data.say("座次表", "Seating charts") + " · \(data.exam.title)", page: "A4 landscape",
            style: style,
            body: data.rooms.isEmpty
                ? [.element("p", [:], data.say("还没有编排座位。", "Nobody has a seat yet."))]
                : data.rooms.map { sheet($0, data) })
    }

    private static func sheet(_ room: AdmissionData.Room, _ data: AdmissionData) -> Markup {
        let columns = room.columns ?? 6
        let places = places(in: room)
        let rows = stride(from: 0, to: places.count, by: columns).map { start in
            Array(places[start..<min(start + columns, places.count)])
        }
        let name = data.title(ofRoom: room.name)
        let table = Markup.element(
            "table", ["class": "plan"],
            [
                .element(
                    "caption", [:],
                    data.say("\(name)座次，第一排在讲台前", "\(name), the first row at the front")),
                .element(
                    "tbody", [:],
                    rows.map { row in
                        .element(
                            "tr", [:],
                            row.map { seat($0, data) }
                                + (row.count..<columns).map { _ in .element("td", ["class": "nobody"], "") })
                    }),
            ])
        return .element(
            "section", ["class": "sheet wide"],
            [
                .element("h2", [:], data.exam.title),
                .element("h1", [:], data.say("\(name)座次表", "Seating chart: \(name)")),
                .element(
                    "p", ["class": "session"],
                    data.say(
                        "\(data.exam.session.name)　\(data.day) \(data.time)　共 \(room.candidates.count) 人",
                        "\(data.exam.session.name), \(data.day) \(data.time), \(room.candidates.count) people")),
                .element("p", ["class": "front"], data.say("讲　台", "Front")),
                .element("div", ["class": "table"], [table]),
            ])
    }

    /// The seats in their order, free ones among them left free, so that everybody stands where they sit. Seats without a
    /// number, or given twice, are shown one after the other.
    private static func places(in room: AdmissionData.Room) -> [Candidate?] {
        let numbers = room.candidates.compactMap { Int(AdmissionData.parts(of: $0.seat ?? "").seat) }
        guard numbers.count == room.candidates.count, let last = numbers.max(), (1...5000).contains(last),
            numbers.allSatisfy({ $0 > 0 }), Set(numbers).count == numbers.count
        else { return room.candidates }
        var places = [Candidate?](repeating: nil, count: last)
        for (number, candidate) in zip(numbers, room.candidates) { places[number - 1] = candidate }
        return places
    }

    private static func seat(_ candidate: Candidate?, _ data: AdmissionData) -> Markup {
        guard let candidate else { return .element("td", ["class": "free"], data.say("（空）", "(free)")) }
        return .element(
            "td", [:],
            [
                .element("span", ["class": "seat"], AdmissionData.parts(of: candidate.seat ?? "").seat),
                .element("span", ["class": "name"], candidate.name),
                .element("span", ["class": "ticket"], candidate.ticket.text),
                .element("span", ["class": "team"], candidate.team.text),
            ])
    }

    private static let style = """
        h2 { font-size: 12pt; font-weight: 400; margin: 0; }
        .session { text-align: center; margin: 0 0 3mm; }
        .front { text-align: center; width: 50mm; margin: 0 auto 4mm; border: 0.3mm solid var(--rule); background: var(--faint); }
        .plan { table-layout: fixed; }
        @media screen { .plan { min-width: 220mm; } }
        .plan td { text-align: center; padding: 0.7mm; }
        .plan span { display: block; line-height: 1.28; }
        .seat { font-weight: 700; font-size: 12pt; color: var(--accent); }
        .name { font-size: 11pt; }
        .ticket, .team { font-size: 8pt; color: var(--soft); }
        .nobody { border: 0; }
        .free { color: var(--soft); }
        """
}

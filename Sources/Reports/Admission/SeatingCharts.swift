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
            title: "座次表 · \(data.exam.title)", page: "A4 landscape", style: style,
            body: data.rooms.isEmpty ? [.element("p", [:], "还没有编排座位。")] : data.rooms.map { sheet($0, data) })
    }

    private static func sheet(_ room: AdmissionData.Room, _ data: AdmissionData) -> Markup {
        let columns = room.columns ?? 6
        let places = places(in: room)
        let rows = stride(from: 0, to: places.count, by: columns).map { start in
            Array(places[start..<min(start + columns, places.count)])
        }
        let table = Markup.element(
            "table", ["class": "plan"],
            [
                .element("caption", [:], "第 \(room.name) 考场座次，第一排在讲台前"),
                .element(
                    "tbody", [:],
                    rows.map { row in
                        .element(
                            "tr", [:],
                            row.map(seat)
                                + (row.count..<columns).map { _ in .element("td", ["class": "nobody"], "") })
                    }),
            ])
        return .element(
            "section", ["class": "sheet wide"],
            [
                .element("h2", [:], data.exam.title), .element("h1", [:], "第 \(room.name) 考场座次表"),
                .element(
                    "p", ["class": "session"],
                    "\(data.exam.session.name)　\(data.day) \(data.time)　共 \(room.candidates.count) 人"),
                .element("p", ["class": "front"], "讲　台"), table,
            ])
    }

    /// The seats in their order, free ones among them left free, so that everybody stands where they sit. Seats without a
    /// number are shown one after the other.
    private static func places(in room: AdmissionData.Room) -> [Candidate?] {
        let numbers = room.candidates.compactMap { Int(AdmissionData.parts(of: $0.seat ?? "").seat) }
        guard numbers.count == room.candidates.count, let last = numbers.max(), (1...5000).contains(last),
            numbers.allSatisfy({ $0 > 0 })
        else { return room.candidates }
        var places = [Candidate?](repeating: nil, count: last)
        for (number, candidate) in zip(numbers, room.candidates) { places[number - 1] = candidate }
        return places
    }

    private static func seat(_ candidate: Candidate?) -> Markup {
        guard let candidate else { return .element("td", ["class": "free"], "（空）") }
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
        .plan td { text-align: center; padding: 1.2mm; }
        .plan span { display: block; line-height: 1.35; }
        .seat { font-weight: 700; font-size: 12pt; color: var(--accent); }
        .name { font-size: 11pt; }
        .ticket, .team { font-size: 8pt; color: var(--soft); }
        .nobody { border: 0; }
        .free { color: var(--soft); }
        """
}

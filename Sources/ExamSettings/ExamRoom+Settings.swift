package import ExamModel
package import Foundation

extension ExamRoom {
    /// As wide as a room is when nothing is said.
    package static let usualColumns = 6

    /// The rooms in `exam.yaml`; none when it names none.
    package static func read(_ url: URL) throws(Refusal) -> [ExamRoom] {
        let document = try SettingsDocument(url)
        guard document.top.has("rooms") else { return [] }
        let maps = document.top.maps("rooms", example: "- { name: 1, seats: 30 }")
        let rooms = maps.map { $0.compactMap(room) }
        let sites = Station.readAll("sites", of: document.top)?.map(\.id) ?? []
        for map in maps ?? [] where map.has("site") {
            guard let site = map.text("site", example: "chengdu"), !sites.contains(site) else { continue }
            map.refuse(
                "site", site, line: map.line(of: "site"), expected: "sites 中的编号：\(sites.joined(separator: "、"))",
                "an id of sites: \(sites.joined(separator: ", "))")
        }
        if let rooms, Set(rooms.map(\.name)).count < rooms.count {
            document.top.refuse(
                "rooms", nil, line: document.top.line(of: "rooms"), expected: "名称各不相同的考场", "rooms of different names")
        }
        return try document.finish(rooms)
    }

    private static func room(_ map: SettingsMap) -> ExamRoom? {
        map.expect(["name", "seats", "columns", "site"])
        let name = map.text("name", example: "1")
        let seats = map.integer("seats", in: 1...5000, example: 30)
        let columns = map.has("columns") ? map.integer("columns", in: 1...100, example: 6) : usualColumns
        if let name, name.contains("-") || name.count > 20 {
            map.refuse("name", name, line: map.line(of: "name"), expected: "不含“-”的短名称", "a short name without “-”")
            return nil
        }
        guard let name, let seats, let columns else { return nil }
        return ExamRoom(
            name: name, seats: seats, columns: columns,
            site: map.has("site") ? map.text("site", example: "chengdu") : nil)
    }
}

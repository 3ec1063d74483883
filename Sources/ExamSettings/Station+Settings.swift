import ExamModel

extension Station {
    /// More sites than any province has.
    private static let limit = 200

    /// An optional list of `{ id, name }`; nil when something is wrong with it.
    static func readAll(_ key: String, of map: SettingsMap) -> [Station]? {
        guard map.has(key) else { return [] }
        guard let maps = map.maps(key, example: "[{ id: chengdu, name: 成都考点 }]") else { return nil }
        guard maps.count <= limit else {
            map.refuse(
                key, "\(maps.count)", line: map.line(of: key), expected: "至多 \(limit) 项", "at most \(limit) entries")
            return nil
        }
        SettingsMap.refuseRepeats(of: ["id", "name"], in: maps)
        let stations = maps.map(read)
        return stations.contains(nil) ? nil : stations.compactMap(\.self)
    }

    private static func read(_ map: SettingsMap) -> Station? {
        map.expect(["id", "name"])
        let name = map.text("name", example: "成都考点")
        guard let id = map.text("id", example: "chengdu"), let name else { return nil }
        guard id.wholeMatch(of: /[a-z0-9][a-z0-9-]{0,15}/) != nil else {
            map.refuse(
                "id", id, line: map.line(of: "id"), expected: "小写字母、数字和连字符，不超过 16 个",
                "at most 16 lower-case letters, digits and hyphens")
            return nil
        }
        return Station(id: id, name: name)
    }
}

import ExamModel

extension Component {
    /// The list `components`; what is wrong in it is reported. Nil only when it is no list.
    static func readAll(_ top: SettingsMap) -> [Component]? {
        guard let maps = top.maps("components", example: "- { name: 笔试, source: written }") else { return nil }
        if maps.isEmpty {
            top.refuse("components", "[]", line: top.line(of: "components"), expected: "至少一项", "one at least")
        }
        SettingsMap.refuseRepeats(of: ["name", "source"], in: maps)
        let components = maps.compactMap(read)
        let counting = components.filter { $0.isOnlyShown != true }
        if counting.isEmpty, !components.isEmpty {
            top.document.report(
                .badValue, line: top.line(of: "components"), "各组成都只列出（only-shown），没有一项计入总成绩；至少要有一项计入",
                "all components are only shown; one at least must count")
        }
        let weights = counting.compactMap(\.weight)
        if !weights.isEmpty, weights.count < counting.count {
            top.document.report(
                .badValue, line: top.line(of: "components"), "有的组成写了 weight，有的没有写；请都写上，或都不写",
                "some components have a weight and some have none; give all of them one, or none")
        }
        let sum = Share(basisPoints: weights.reduce(0) { $0 + $1.basisPoints })
        if !weights.isEmpty, sum != .whole {
            top.document.report(
                .wrongSum, line: top.line(of: "components"), "各组成的 weight 合计 \(sum)，应为 100%",
                "the weights add up to \(sum), not 100%")
        }
        return components
    }

    private static func read(_ map: SettingsMap) -> Component? {
        map.expect(["name", "source", "of", "weight", "full", "only-shown"])
        let name = map.text("name", example: "现场竞答")
        let source = map.text("source", example: "live.csv").map { $0 == "written" ? Source.written : .file($0) }
        let subject =
            map.has("of") ? map.choice("of", of: [("person", Subject.person), ("team", Subject.team)]) : Subject.person
        let weight = map.has("weight") ? map.share("weight", example: "40%") : nil
        let full = map.has("full") ? map.mark("full", example: "300") : nil
        let shown = map.has("only-shown") ? map.flag("only-shown") : nil
        guard let name, let source, let subject else { return nil }
        if case .file(let file) = source, file.contains("/") || file.hasPrefix(".") {
            map.refuse(
                "source", file, line: map.line(of: "source"), expected: " written 或考试文件夹里的表格文件名",
                "written, or the name of a table in the exam's folder")
            return nil
        }
        if source == .written, subject == .team {
            map.refuse("of", "team", line: map.line(of: "of"), expected: " person（笔试成绩属于个人）", "person")
            return nil
        }
        return Component(
            name: name, source: source, subject: subject, weight: weight, full: full,
            isOnlyShown: shown == true ? true : nil)
    }
}

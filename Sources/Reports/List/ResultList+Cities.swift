import ExamModel

extension ResultList {
    /// One row a 市州, with a column for each honour.
    static func cities(_ data: ReportData) -> ResultList {
        let honours = data.rules.honours.map(\.name)
        let columns: [(title: String, kind: Kind)] =
            [
                ("市州", .text), ("应考", .number), ("实考", .number), ("平均分", .number),
                ("最低分", .number), ("下四分位", .number), ("中位数", .number), ("上四分位", .number), ("最高分", .number),
            ] + honours.map { ($0, .number) } + [("晋级代表队", .long)]
        let rows = data.figures.cities.map { city in
            let counts = honours.map { name in
                city.honours.first { $0.name == name }.map { Cell.count($0.count) } ?? .nothing
            }
            return [
                .text(city.city), .count(city.registered), .count(city.present), .mark(city.mean),
                .mark(city.spread?.lowest), .mark(city.spread?.lower), .mark(city.spread?.median),
                .mark(city.spread?.upper), .mark(city.best),
            ] + counts + [.text(city.advancing.map(\.text).joined(separator: "、"))]
        }
        return ResultList(title: "市州", columns: columns, rows: rows)
    }
}

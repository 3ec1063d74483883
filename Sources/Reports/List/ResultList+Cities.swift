import ExamModel

extension ResultList {
    /// One row a 市州, with a column for each honour.
    static func cities(_ data: ReportData) -> ResultList {
        let honours = data.rules.honours.map(\.name)
        let marks: [(title: String, kind: Kind)] = [
            (data.say("实考", "Present"), .number), (data.say("平均分", "Mean"), .number),
            (data.say("最低分", "Lowest"), .number), (data.say("下四分位", "Lower quartile"), .number),
            (data.say("中位数", "Median"), .number), (data.say("上四分位", "Upper quartile"), .number),
            (data.say("最高分", "Highest"), .number),
        ]
        // Where only teams earn marks, nothing is known of people but who is registered.
        let hasMarks = data.rules.countsPeople
        let columns: [(title: String, kind: Kind)] =
            [(data.say("市州", "City"), .text), (data.say("应考", "Registered"), .number)] + (hasMarks ? marks : [])
            + honours.map { ($0, .number) } + [(data.say("晋级代表队", "Teams that advance"), .long)]
        let rows = data.figures.cities.map { city in
            let spread: [Cell] = [
                .count(city.present), .mark(city.mean), .mark(city.spread?.lowest), .mark(city.spread?.lower),
                .mark(city.spread?.median), .mark(city.spread?.upper), .mark(city.best),
            ]
            let counts = honours.map { name in
                city.honours.first { $0.name == name }.map { Cell.count($0.count) } ?? .nothing
            }
            return [.text(city.city), .count(city.registered)] + (hasMarks ? spread : []) + counts
                + [.text(data.list(city.advancing.map(\.text)))]
        }
        return ResultList(title: data.say("市州", "Cities"), columns: columns, rows: rows)
    }

    /// One row a 市州: how many of its people took part.
    static func participation(_ cities: [CityParticipation], _ data: ReportData) -> ResultList {
        ResultList(
            title: data.say("参与情况", "Participation"),
            columns: [
                (data.say("名次", "Rank"), .number), (data.say("市州", "City"), .text),
                (data.say("应参加", "Registered"), .number), (data.say("参加", "Took part"), .number),
                (data.say("参与率", "Share"), .number),
            ],
            rows: cities.map { city in
                let share = city.registered > 0 ? Double(city.present) / Double(city.registered) : 0
                return [
                    .count(city.rank), .text(city.city), .count(city.registered), .count(city.present),
                    .text(Decimals.percent(share)),
                ]
            })
    }
}

import ExamModel
import Foundation
import TableFile

/// The composite table (综合情况表): every component of every team beside the total, for people who decide.
struct StandingsTable {
    let standings: Standings
    let rules: CompetitionRules

    func data() -> Data {
        CSVWriter.data([header] + standings.teams.map(row))
    }

    private var header: [String] {
        ["名次", "代表队", "市州"]
            + rules.allComponents.flatMap { component in
                component.isOnlyShown == true
                    ? ["\(component.name)（不计入）", "\(component.name)名次"]
                    : [component.name, "\(component.name)计入", "\(component.name)名次"]
            } + ["合计", "说明"]
    }

    private func row(_ team: TeamStanding) -> [String] {
        let marks = rules.allComponents.flatMap { component -> [String] in
            let mark = mark(of: team, in: component)
            let place = mark.map { own in
                String(1 + standings.teams.count { (self.mark(of: $0, in: component)?.marks ?? .zero) > own.marks })
            }
            let shown = [mark?.marks.description ?? "", mark?.counts.description ?? "", place ?? ""]
            return component.isOnlyShown == true ? [shown[0], shown[2]] : shown
        }
        return [String(team.rank), team.team.text, team.city] + marks + [team.total.description, team.why]
    }

    private func mark(of team: TeamStanding, in component: Component) -> ComponentMark? {
        if let components = team.components { return components.first { $0.name == component.name } }
        return ComponentMark(name: component.name, marks: team.total, counts: team.total)
    }
}

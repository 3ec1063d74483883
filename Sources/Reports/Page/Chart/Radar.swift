import ExamModel
import Foundation

/// One team's score rates by topic as a radar, with everybody's as a dashed line behind it. The axes are numbered; the
/// table beside the charts says which topic is which.
struct Radar {
    let team: TeamFigures
    let all: [TopicRate]
    /// Makes the ids of this chart different from those of the others.
    let number: Int
    var language = Language.chinese

    /// Fewer axes than this make no area.
    static let leastTopics = 3

    private let size = 180.0
    private let radius = 64.0

    var markup: Markup {
        let rates = Dictionary(team.topics.map { ($0.domain, $0.rate) }) { first, _ in first }
        let own = all.map { Double(rates[$0.domain]?.basisPoints ?? 0) / 10_000 }
        let words = zip(all, own).map { "\($0.domain) \(Decimals.percent($1))" }.joined(
            separator: language.say("，", ", "))
        return .element(
            "figure", ["class": "radar"],
            [
                .element(
                    "svg",
                    [
                        "class": "chart", "viewBox": "0 0 \(Int(size)) \(Int(size) - 10)", "role": "img",
                        "aria-labelledby": "radar-\(number) radar-\(number)-description",
                    ],
                    [
                        .element(
                            "title", ["id": "radar-\(number)"],
                            language.say("\(team.team)各知识领域得分率", "Score rates of \(team.team) by topic")),
                        .element(
                            "desc", ["id": "radar-\(number)-description"],
                            words + language.say("。虚线为全体。", ". The dashed line is everybody.")),
                        .group([0.25, 0.5, 0.75, 1].map { ring($0) }), .group(all.indices.map(axis)),
                        polygon(all.map { Double($0.rate.basisPoints) / 10_000 }, cssClass: "everybody"),
                        polygon(own, cssClass: "team"),
                    ]),
                .element("figcaption", [:], team.team.text),
            ])
    }

    private func point(_ index: Int, _ distance: Double) -> (x: String, y: String) {
        let angle = 2 * Double.pi * Double(index) / Double(all.count)
        let (x, y) = (size / 2 + radius * distance * sin(angle), size / 2 - 6 - radius * distance * cos(angle))
        return (Decimals.text(x, 1), Decimals.text(y, 1))
    }

    private func ring(_ distance: Double) -> Markup {
        polygon(all.map { _ in distance }, cssClass: "ring")
    }

    private func axis(_ index: Int) -> Markup {
        let (end, label, middle) = (point(index, 1), point(index, 1.16), point(index, 0))
        return .group([
            .element("line", ["class": "grid", "x1": middle.x, "y1": middle.y, "x2": end.x, "y2": end.y]),
            .element("text", ["class": "tick", "x": label.x, "y": label.y, "dy": "4"], "\(index + 1)"),
        ])
    }

    private func polygon(_ rates: [Double], cssClass: String) -> Markup {
        let points = rates.enumerated().map { index, rate in
            let place = point(index, min(max(rate, 0), 1))
            return "\(place.x),\(place.y)"
        }
        return .element("polygon", ["class": cssClass, "points": points.joined(separator: " ")])
    }
}

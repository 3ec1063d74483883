import Assembly
import ExamModel

/// A blueprint as an integer program in CPLEX's LP format, written from what the rules say and from nothing that the
/// assembler knows: it has a solution exactly if there are forms.
struct SolverProgram {
    private let sample: RandomCase
    private var lines: [String] = []
    private var variables: [String] = []

    init(_ sample: RandomCase) {
        self.sample = sample
        for form in 0..<sample.blueprint.forms { write(form) }
        writeUses()
        writeShared()
    }

    var text: String {
        let rows = lines.enumerated().map { " r\($0.offset): \($0.element)" }
        return
            (["Minimize", " obj: 0 \(variables.first ?? "none")", "Subject To"] + rows + ["Binary"]
            + variables.map { " " + $0 } + ["End", ""]).joined(separator: "\n")
    }

    private typealias Place = (name: String, entry: PoolEntry, section: Int)

    private var blueprint: Blueprint { sample.blueprint }

    private var usable: [PoolEntry] {
        let rules = blueprint.rules
        return sample.pool.filter { entry in
            !rules.barred.contains(entry.item.id) && entry.exposure <= rules.mostExposure ?? Int.max
                && !(rules.unusedInLast.map { last in entry.examsSinceUse.map { $0 <= last } ?? false } ?? false)
        }
    }

    private func places(_ form: Int) -> [Place] {
        blueprint.sections.indices.flatMap { section in
            usable.filter { entry in
                entry.item.type == blueprint.sections[section].type
                    && blueprint.topics.contains { $0.domain == entry.item.topic.domain }
            }.map { (name: "x_\(form)_\($0.item.id)_\(section)", entry: $0, section: section) }
        }
    }

    /// `least <= Σ coefficient <= most`; a row of which nothing counts is written with a variable that stands for zero.
    private mutating func add(
        _ places: [Place], _ least: Int?, _ most: Int?, of coefficient: (PoolEntry) -> Int = { _ in 1 }
    ) {
        let terms = places.compactMap { place -> String? in
            let value = coefficient(place.entry)
            return value == 0 ? nil : "\(value < 0 ? "-" : "+") \(abs(value)) \(place.name)"
        }
        let sum = terms.isEmpty ? "0 \(variables.first ?? "none")" : terms.joined(separator: " ")
        if let least { lines.append("\(sum) >= \(least)") }
        if let most { lines.append("\(sum) <= \(most)") }
    }

    private mutating func write(_ form: Int) {
        let all = places(form)
        variables += all.map(\.name)
        if variables.isEmpty { variables = ["none"] }
        let rules = blueprint.rules
        let count = blueprint.sections.reduce(0) { $0 + $1.count }
        for (index, section) in blueprint.sections.enumerated() { write(section, all.filter { $0.section == index }) }
        let levels = Share.apportion(count, by: blueprint.difficulties.map(\.share))
        for (level, target) in zip(blueprint.difficulties, levels) {
            let slack = blueprint.difficultyTolerance
            add(all.filter { $0.entry.item.difficulty == level.difficulty }, target - slack, target + slack)
        }
        for cell in rules.cells {
            let inside = all.filter { place in
                (cell.section == nil || cell.section == blueprint.sections[place.section].title)
                    && (cell.topic == nil || cell.topic == place.entry.item.topic.domain)
                    && (cell.difficulty == nil || cell.difficulty == place.entry.item.difficulty)
            }
            add(inside, cell.least, cell.most)
        }
        for wanted in rules.sources {
            let least = (count * wanted.least.basisPoints + 9999) / 10_000
            add(all.filter { $0.entry.source == wanted.source }, least, nil)
        }
        for id in rules.mustHave { add(all.filter { $0.entry.item.id == id }, 1, 1) }
        for entry in usable {
            add(all.filter { $0.entry.item.id == entry.item.id }, nil, 1)
            for enemy in entry.enemies where enemy != entry.item.id {
                add(all.filter { [entry.item.id, enemy].contains($0.entry.item.id) }, nil, 1)
            }
        }
        for group in rules.enemies { add(all.filter { group.contains($0.entry.item.id) }, nil, 1) }
        if let most = rules.perArticle {
            for article in Set(usable.flatMap(\.articles)).sorted() {
                add(all.filter { $0.entry.articles.contains(article) }, nil, most)
            }
        }
        writeFigures(all, count)
    }

    private mutating func writeFigures(_ all: [Place], _ count: Int) {
        let rules = blueprint.rules
        mean(rules.meanP, all, count) { $0.p ?? $0.item.difficulty.nominalP }
        mean(rules.discrimination, all, count) { $0.discrimination ?? 0 }
        mean(rules.seconds, all, 1) { $0.expectedSeconds }
        mean(rules.reading, all, 1) { $0.item.stem.count }
        guard let spread = rules.spread, let slack = spread.tolerance, let middle = rules.meanP?.target else { return }
        let (low, high) = (max(0, spread.target - slack), spread.target + slack)
        add(all, count * low * low, count * high * high) { entry in
            let distance = (entry.p ?? entry.item.difficulty.nominalP) - middle
            return distance * distance
        }
    }

    private mutating func mean(_ wanted: StatisticTarget?, _ all: [Place], _ count: Int, of: (PoolEntry) -> Int) {
        guard let wanted, let slack = wanted.tolerance else { return }
        add(all, (wanted.target - slack) * count, (wanted.target + slack) * count, of: of)
    }

    private mutating func write(_ section: BlueprintSection, _ inside: [Place]) {
        add(inside, section.count, section.count)
        let counts = Share.apportion(section.count, by: blueprint.topics.map(\.share))
        for (topic, count) in zip(blueprint.topics, counts) {
            let slack = blueprint.topicTolerance
            add(inside.filter { $0.entry.item.topic.domain == topic.domain }, count - slack, count + slack)
        }
        if let minutes = section.minutes { add(inside, nil, minutes * 60) { $0.expectedSeconds } }
        guard let balance = blueprint.rules.keyBalance else { return }
        let keys = Set(usable.filter { $0.item.type == section.type }.compactMap(\.keyClass))
        for key in keys.sorted() {
            let same = inside.filter { $0.entry.keyClass == key }
            if let slack = balance.letters, section.type == .singleChoice {
                add(same, section.count / keys.count - slack, (section.count + keys.count - 1) / keys.count + slack)
            }
            // The others divide the runs of one key: `n` others leave room for `n + 1` runs.
            if let run = balance.run { add(same, nil, run * (section.count + 1) / (run + 1)) }
        }
        if let slack = balance.judgement, section.type == .trueFalse {
            add(inside.filter { $0.entry.keyClass == 0 }, section.count / 2 - slack, (section.count + 1) / 2 + slack)
        }
    }

    private mutating func writeUses() {
        let most = blueprint.rules.mostUses ?? 1
        let all = (0..<blueprint.forms).flatMap { places($0) }
        for entry in usable where !blueprint.rules.mustHave.contains(entry.item.id) {
            add(all.filter { $0.entry.item.id == entry.item.id }, nil, most)
        }
    }

    /// `y` is 1 at the least where both forms hold an item.
    private mutating func writeShared() {
        guard let most = blueprint.rules.mostShared else { return }
        let pairs = (0..<blueprint.forms).flatMap { first in (0..<first).map { (first, $0) } }
        for (first, second) in pairs {
            var shared: [String] = []
            for entry in usable where !blueprint.rules.mustHave.contains(entry.item.id) {
                let both = (places(first) + places(second)).filter { $0.entry.item.id == entry.item.id }.map(\.name)
                guard both.count > 1 else { continue }
                let name = "y_\(first)_\(second)_\(entry.item.id)"
                lines.append(both.map { "+ 1 \($0)" }.joined(separator: " ") + " - 1 \(name) <= 1")
                shared.append(name)
            }
            variables += shared
            if !shared.isEmpty { lines.append(shared.map { "+ 1 \($0)" }.joined(separator: " ") + " <= \(most)") }
        }
    }
}

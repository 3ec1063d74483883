import ExamModel

extension FormChecker {
    /// Levels, joint cells, sources, enemies and cited articles.
    func checkCounts(of form: Form, _ report: inout CheckReport) {
        let entries = entries(of: form)
        let wanted = Share.apportion(blueprint.itemCount, by: blueprint.difficulties.map(\.share))
        for level in Difficulty.allCases {
            let target = zip(blueprint.difficulties, wanted).filter { $0.0.difficulty == level }.reduce(0) { $0 + $1.1 }
            let found = entries.count { $0.item.difficulty == level }
            if abs(found - target) > blueprint.difficultyTolerance {
                report.add(
                    "难度“\(level.name.chinese)”应有 \(target)±\(blueprint.difficultyTolerance) 题，实有 \(found) 题",
                    "\(target)±\(blueprint.difficultyTolerance) \(level.name.english) items wanted, \(found) found")
            }
        }
        for cell in blueprint.rules.cells { check(cell, in: form, &report) }
        for wanted in blueprint.rules.sources {
            let found = entries.count { $0.source == wanted.source }
            if found * 10_000 < blueprint.itemCount * wanted.least.basisPoints {
                report.add(
                    "来自“\(wanted.source)”的题应不少于 \(wanted.least)，实有 \(found) 题",
                    "at least \(wanted.least) from “\(wanted.source)” wanted, \(found) found")
            }
        }
        checkEnemies(among: entries, &report)
        guard let most = blueprint.rules.perArticle else { return }
        var citations: [String: Int] = [:]
        for entry in entries { for article in Set(entry.articles) { citations[article, default: 0] += 1 } }
        for (article, count) in citations.sorted(by: { $0.key < $1.key }) where count > most {
            report.add("\(article)应至多 \(most) 题，实有 \(count) 题", "\(count) items on \(article), at most \(most) wanted")
        }
    }

    private func check(_ cell: BlueprintCell, in form: Form, _ report: inout CheckReport) {
        let sections = form.sections.filter { cell.section == nil || $0.title == cell.section }
        let found = sections.flatMap(\.items).compactMap { bank[$0]?.item }.count { item in
            if let topic = cell.topic, topic != item.topic.domain { return false }
            if let level = cell.difficulty, level != item.difficulty { return false }
            return true
        }
        guard !(cell.least...max(cell.least, cell.most)).contains(found) else { return }
        let name = [cell.section, cell.topic, cell.difficulty?.name.chinese].compactMap(\.self).joined(separator: "·")
        let range = cell.least == cell.most ? "\(cell.least)" : "\(cell.least)–\(cell.most)"
        report.add("\(name)应有 \(range) 题，实有 \(found) 题", "\(name): \(range) items wanted, \(found) found")
    }

    private func checkEnemies(among entries: [PoolEntry], _ report: inout CheckReport) {
        let present = Set(entries.map(\.item.id))
        // Whichever of the two names the other.
        let pairs = Set(
            entries.flatMap { entry in
                entry.enemies.filter { present.contains($0) && $0 != entry.item.id }.map {
                    [entry.item.id, $0].sorted()
                }
            })
        for pair in pairs.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            report.add("互斥题 \(pair[0]) 与 \(pair[1]) 同卷", "the enemies \(pair[0]) and \(pair[1]) are in one form")
        }
        for group in blueprint.rules.enemies {
            let found = group.filter { present.contains($0) }
            if found.count > 1 {
                let names = found.map(\.text).joined(separator: "、")
                report.add("互斥题 \(names) 同卷", "the enemies \(names) are in one form")
            }
        }
    }

    /// Means, spread, time and reading length.
    func checkFigures(of form: Form, _ report: inout CheckReport) {
        let entries = entries(of: form)
        guard !entries.isEmpty else { return }
        let count = entries.count
        let rules = blueprint.rules
        let sum = entries.reduce(0) { $0 + $1.expectedP }
        check(sum, of: count, rules.meanP, "平均难度值 p", "mean p", &report)
        if let wanted = rules.discrimination {
            let sum = entries.reduce(0) { $0 + ($1.discrimination ?? wanted.target) }
            check(sum, of: count, wanted, "平均区分度", "mean discrimination", &report)
        }
        check(entries.reduce(0) { $0 + $1.expectedSeconds }, of: 1, rules.seconds, "估计用时（秒）", "seconds", &report)
        check(entries.reduce(0) { $0 + $1.reading }, of: 1, rules.reading, "阅读量（字）", "characters", &report)
        guard let spread = rules.spread, let tolerance = spread.tolerance else { return }
        // Around the blueprint's mean where it states one, otherwise around the form's own.
        let middle = rules.meanP?.target ?? (sum + count / 2) / count
        let squares = entries.reduce(0) { $0 + ($1.expectedP - middle) * ($1.expectedP - middle) }
        let (low, high) = (max(0, spread.target - tolerance), spread.target + tolerance)
        if squares < count * low * low || squares > count * high * high {
            report.add(
                "难度值离散度应为 \(Mark(thousandths: spread.target))±\(Mark(thousandths: tolerance))，实不在此范围",
                "the spread of p is not within \(Mark(thousandths: spread.target))±\(Mark(thousandths: tolerance))")
        }
    }

    /// - Parameter count: what the target is multiplied by: the items for a mean, 1 for a total.
    private func check(
        _ sum: Int, of count: Int, _ wanted: StatisticTarget?, _ chinese: String, _ english: String,
        _ report: inout CheckReport
    ) {
        guard let wanted, let tolerance = wanted.tolerance, abs(sum - wanted.target * count) > tolerance * count else {
            return
        }
        let show = { (value: Int) in count == 1 ? "\(value)" : Mark(thousandths: value).description }
        report.add(
            "\(chinese)应为 \(show(wanted.target))±\(show(tolerance))，实为 \(show(sum / count))",
            "\(english) should be \(show(wanted.target))±\(show(tolerance)), it is \(show(sum / count))")
    }

    /// How evenly the right answers spread, and how long the same one repeats.
    func checkKeys(of form: Form, _ report: inout CheckReport) {
        guard let balance = blueprint.rules.keyBalance else { return }
        for (section, wanted) in zip(form.sections, blueprint.sections) {
            let classes = section.items.map { bank[$0]?.keyClass }
            if let most = balance.run, let run = Self.longestRun(classes), run > most {
                report.add(
                    "“\(wanted.title)”连续 \(run) 题答案相同，至多 \(most) 题", "\(wanted.title): \(run) equal keys in a row")
            }
            let counts = classes.compactMap(\.self).reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
            if let slack = balance.judgement, wanted.type == .trueFalse {
                let yes = counts[0, default: 0]
                if 2 * yes < wanted.count - 1 - 2 * slack || 2 * yes > wanted.count + 1 + 2 * slack {
                    report.add("“\(wanted.title)”答案为“正确”的有 \(yes) 题，应近一半", "\(wanted.title): \(yes) items are true")
                }
            }
            if let slack = balance.letters, wanted.type == .singleChoice {
                let letters = Set(bank.values.filter { wanted.admits($0.item) }.compactMap(\.keyClass))
                for letter in letters {
                    let found = counts[letter, default: 0]
                    let (low, high) = (wanted.count / letters.count, (wanted.count + letters.count - 1) / letters.count)
                    if found < low - slack || found > high + slack {
                        report.add(
                            "“\(wanted.title)”答案字母分布不均：一个字母有 \(found) 题",
                            "\(wanted.title): one letter is right \(found) times")
                    }
                }
            }
        }
    }

    private static func longestRun(_ classes: [Int?]) -> Int? {
        var longest = 0
        var current = 0
        for (index, keyClass) in classes.enumerated() {
            current = index > 0 && keyClass != nil && keyClass == classes[index - 1] ? current + 1 : 1
            longest = max(longest, current)
        }
        return classes.isEmpty ? nil : longest
    }

    /// In how many forms an item stands, and how many items two forms share.
    func checkUses(in forms: [Form], _ report: inout CheckReport) {
        let everywhere = Set(blueprint.rules.mustHave)
        let most = blueprint.rules.mostUses ?? (blueprint.rules.delivery == .fixed ? 1 : forms.count)
        var owners: [ItemID: [Int]] = [:]
        for (index, form) in forms.enumerated() {
            report.form = form.id
            for id in Set(form.items.map(\.id)).subtracting(everywhere).sorted() {
                owners[id, default: []].append(index)
                guard let uses = owners[id]?.count, uses > most else { continue }
                let others = owners[id]?.dropLast().map { forms[$0].id.text }.joined(separator: "、") ?? ""
                report.add("试题 \(id) 已用于试卷 \(others)", "item \(id) is in form \(others) as well")
            }
        }
        report.form = nil
        guard let limit = blueprint.rules.mostShared else { return }
        var shared: [Int: Int] = [:]
        for forms in owners.values {
            for (position, first) in forms.enumerated() {
                for second in forms[(position + 1)...] { shared[first << 32 | second, default: 0] += 1 }
            }
        }
        for (pair, count) in shared.sorted(by: { $0.key < $1.key }) where count > limit {
            let (first, second) = (forms[pair >> 32].id, forms[pair & 0xffff_ffff].id)
            report.add(
                "试卷 \(first) 与 \(second) 共用 \(count) 题，至多 \(limit) 题",
                "forms \(first) and \(second) share \(count) items")
        }
    }
}

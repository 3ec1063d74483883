import ExamModel

extension BlueprintRules {
    /// The keys of `blueprint.yaml` that may be left out.
    static let keys = [
        "most-uses", "most-shared", "cells", "mean-p", "spread", "discrimination", "time", "reading", "sources",
        "must-have", "barred", "enemies", "per-article", "key-balance", "unused-in-last", "most-exposure", "shuffle",
    ]

    static func read(_ top: SettingsMap, _ known: BlueprintNames) -> BlueprintRules {
        var rules = BlueprintRules()
        let deliveries = Delivery.allCases.map { (word: $0.rawValue, value: $0) }
        rules.delivery = top.optional("delivery") { $0.choice($1, of: deliveries) } ?? .fixed
        rules.mostUses = top.optional("most-uses") { $0.integer($1, in: Blueprint.formCounts, example: 1) }
        rules.mostShared = top.optional("most-shared") { $0.integer($1, in: 0...1000, example: 5) }
        rules.perArticle = top.optional("per-article") { $0.integer($1, in: 1...1000, example: 2) }
        rules.unusedInLast = top.optional("unused-in-last") { $0.integer($1, in: 1...100, example: 2) }
        rules.mostExposure = top.optional("most-exposure") { $0.integer($1, in: 0...1_000_000, example: 5) }
        rules.mustHave = top.items("must-have", atMost: known.items)
        rules.barred = top.items("barred")
        for both in rules.barred where rules.mustHave.contains(both) {
            top.refuse(
                "barred", both.text, line: top.line(of: "barred"), expected: "不在 must-have 里的题", "no item of must-have")
        }
        rules.enemies = top.optional("enemies") { $0.groups($1) } ?? []
        rules.cells =
            (top.optional("cells") { $0.maps($1, example: "- { topic: 劳动关系, difficulty: 较难, count: 6 }") } ?? [])
            .compactMap { BlueprintCell.read($0, known) }
        rules.sources = (top.optional("sources") { $0.map($1, example: "（下一级写 大纲题库: 80%）") }).map(readSources) ?? []
        rules.keyBalance = top.optional("key-balance") { $0.map($1, example: "{ letters: 3, run: 4 }") }.map(
            readBalance)
        rules.shuffle =
            top.optional("shuffle") { $0.map($1, example: "{ items: true, options: true }") }.map(readShuffle)
            ?? ShuffleRules()
        rules.readFigures(top)
        return rules
    }

    /// Figures of an item are decimals between 0 and 1, those of a form minutes and characters.
    private mutating func readFigures(_ top: SettingsMap) {
        meanP = top.optional("mean-p") { $0.figure($1, example: "{ target: 0.70, tolerance: 0.005 }") }
        spread = top.optional("spread") { $0.figure($1, example: "{ target: 0.18, tolerance: 0.02 }") }
        discrimination = top.optional("discrimination") { $0.figure($1, example: "{ target: 0.32 }") }
        seconds = top.optional("time") {
            $0.total($1, unit: 60, in: 1...600, "minutes", example: "{ minutes: 80, tolerance: 5 }")
        }
        reading = top.optional("reading") {
            $0.total($1, unit: 1, in: 1...1_000_000, "characters", example: "{ characters: 9000, tolerance: 500 }")
        }
        if spread != nil, meanP == nil, !top.has("mean-p") {
            top.document.report(
                .missingKey, line: top.line(of: "spread"), "写了 spread（离散度）就要写 mean-p（平均难度值），离散度围绕它计算",
                "spread needs mean-p: it is taken around that mean")
        }
    }

    private static func readSources(_ map: SettingsMap) -> [SourceShare] {
        map.keys.compactMap { entry in
            map.share(entry.key, example: "80%").map { SourceShare(source: entry.key, least: $0) }
        }
    }

    private static func readBalance(_ map: SettingsMap) -> KeyBalance {
        map.expect(["letters", "judgement", "run"])
        return KeyBalance(
            letters: map.optional("letters") { $0.integer($1, in: 0...1000, example: 3) },
            judgement: map.optional("judgement") { $0.integer($1, in: 0...1000, example: 2) },
            run: map.optional("run") { $0.integer($1, in: 1...1000, example: 4) })
    }

    private static func readShuffle(_ map: SettingsMap) -> ShuffleRules {
        map.expect(["items", "options", "keep-ordered"])
        return ShuffleRules(
            items: map.optional("items") { $0.flag($1) } ?? false,
            options: map.optional("options") { $0.flag($1) } ?? false,
            keepsOrdered: map.optional("keep-ordered") { $0.flag($1) } ?? true)
    }
}

extension BlueprintCell {
    /// One entry of `cells`: any of section, topic and difficulty, with `count`, or `at-least` and `at-most`.
    fileprivate static func read(_ map: SettingsMap, _ known: BlueprintNames) -> BlueprintCell? {
        map.expect(["section", "topic", "difficulty", "count", "at-least", "at-most"])
        let titles = known.sections?.map { (word: $0.title, value: $0.title) }
        let domains = known.topics?.map { (word: $0.domain, value: $0.domain) }
        let levels = Difficulty.allCases.map { (word: $0.name.chinese, value: $0) }
        let section = map.optional("section") { map, key in titles.flatMap { map.choice(key, of: $0) } }
        let topic = map.optional("topic") { map, key in domains.flatMap { map.choice(key, of: $0) } }
        let difficulty = map.optional("difficulty") { $0.choice($1, of: levels) }
        let items = known.items ?? 1000
        let count = map.optional("count") { $0.integer($1, in: 0...items, example: 6) }
        let least = map.optional("at-least") { $0.integer($1, in: 0...items, example: 4) }
        let most = map.optional("at-most") { $0.integer($1, in: 0...items, example: 8) }
        if map.has("count") == (map.has("at-least") || map.has("at-most")) {
            map.refuse(
                "cells", map.has("count") ? "count 和 at-least/at-most" : "…", line: map.line,
                expected: " count（正好几题），或 at-least、at-most（至少、至多几题）", "either count, or at-least and at-most")
            return nil
        }
        if let least, let most, least > most {
            map.refuse(
                "at-least", "\(least)", line: map.line(of: "at-least"), expected: "不大于 at-most", "no more than at-most")
        }
        return BlueprintCell(
            section: section, topic: topic, difficulty: difficulty, least: count ?? least ?? 0,
            most: count ?? most ?? items)
    }
}

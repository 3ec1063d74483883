package import ExamModel

extension BlueprintRule {
    /// What the rule says, in a few words, for every form.
    package func text(in blueprint: Blueprint) -> Bilingual {
        switch self {
        case .section(let section):
            let section = blueprint.sections[section]
            return Bilingual("“\(section.title)”\(section.count) 题", "\(section.title): \(section.count) items")
        case .topic(let section, let topic): return topicText(section, topic, blueprint)
        case .level(let level):
            let target = blueprint.levelTargets[level.rawValue - 1]
            let slack = blueprint.difficultyTolerance
            let range = slack == 0 ? "\(target)" : "\(max(0, target - slack))–\(target + slack)"
            return Bilingual("难度“\(level.name.chinese)”\(range) 题", "\(range) \(level.name.english) items")
        case .minutes(let section):
            let content = blueprint.sections[section]
            let minutes = content.minutes ?? 0
            return Bilingual("“\(content.title)”估计用时不超过 \(minutes) 分钟", "\(content.title): at most \(minutes) minutes")
        case .cell(let index): return cellText(blueprint.rules.cells[index], of: blueprint.itemCount)
        case .meanP: return figureText("平均难度值 p", "mean p", blueprint.rules.meanP, thousandths: true)
        case .spread: return figureText("难度值离散度", "spread of p", blueprint.rules.spread, thousandths: true)
        case .discrimination:
            return figureText("平均区分度", "mean discrimination", blueprint.rules.discrimination, thousandths: true)
        case .seconds: return figureText("估计用时（秒）", "seconds", blueprint.rules.seconds, thousandths: false)
        case .reading: return figureText("阅读量（字）", "characters", blueprint.rules.reading, thousandths: false)
        case .source(let index):
            let wanted = blueprint.rules.sources[index]
            return Bilingual(
                "来自“\(wanted.source)”的题不少于 \(wanted.least)", "at least \(wanted.least) from \(wanted.source)")
        case .perArticle(let article):
            let most = blueprint.rules.perArticle ?? 0
            return Bilingual("\(article)至多 \(most) 题", "at most \(most) items on \(article)")
        case .enemies(let item): return Bilingual("含 \(item) 的互斥题只取一题", "one of the enemies of \(item)")
        case .letters(let section):
            let title = blueprint.sections[section].title
            return Bilingual("“\(title)”答案字母均衡", "\(title): letters in balance")
        case .judgement(let section):
            let title = blueprint.sections[section].title
            return Bilingual("“\(title)”对错各近一半", "\(title): half of them true")
        case .run(let section):
            let (title, run) = (blueprint.sections[section].title, blueprint.rules.keyBalance?.run ?? 0)
            return Bilingual("“\(title)”连续 \(run) 题以内答案相同", "\(title): at most \(run) equal keys in a row")
        case .mustHave(let item): return Bilingual("必选题 \(item)", "must-have item \(item)")
        case .uses: return Bilingual("每题使用次数", "uses of an item")
        case .shared: return Bilingual("两套共用题数", "items two forms share")
        }
    }

    private func topicText(_ section: Int, _ topic: Int, _ blueprint: Blueprint) -> Bilingual {
        let title = blueprint.sections[section].title
        let domain = blueprint.topics[topic].domain
        let count = Share.apportion(blueprint.sections[section].count, by: blueprint.topics.map(\.share))[topic]
        let slack = blueprint.topicTolerance > 0 ? "±\(blueprint.topicTolerance)" : ""
        return Bilingual("“\(title)”·\(domain) \(count)\(slack) 题", "\(title), \(domain): \(count)\(slack) items")
    }

    private func cellText(_ cell: BlueprintCell, of items: Int) -> Bilingual {
        let parts = [cell.topic, cell.section, cell.difficulty?.name.chinese].compactMap(\.self).joined(separator: "·")
        guard cell.least != cell.most else {
            return Bilingual("\(parts) \(cell.least) 题", "\(parts): \(cell.least) items")
        }
        guard cell.most < items else {
            return Bilingual("\(parts) 不少于 \(cell.least) 题", "\(parts): at least \(cell.least) items")
        }
        guard cell.least > 0 else {
            return Bilingual("\(parts) 不多于 \(cell.most) 题", "\(parts): at most \(cell.most) items")
        }
        return Bilingual("\(parts) \(cell.least)–\(cell.most) 题", "\(parts): \(cell.least)–\(cell.most) items")
    }

    private func figureText(
        _ chinese: String, _ english: String, _ wanted: StatisticTarget?, thousandths: Bool
    ) -> Bilingual {
        guard let wanted else { return Bilingual(chinese, english) }
        let show = { (value: Int) in thousandths ? Mark(thousandths: value).description : "\(value)" }
        let range = show(wanted.target) + (wanted.tolerance.map { "±" + show($0) } ?? "")
        return Bilingual("\(chinese) \(range)", "\(english) \(range)")
    }
}

package import ExamModel
package import Foundation

/// A blueprint and the lines of its file, for messages about what the bank cannot give.
package struct WrittenBlueprint: Sendable {
    package let blueprint: Blueprint
    package let file: String
    /// The line on which each section begins.
    package let sectionLines: [Int]
    /// The line of each entry of `cells`.
    package let cellLines: [Int]
    /// The lines of the other keys.
    private let keyLines: [String: Int]

    /// The line of a key; nil when the file does not have it.
    package func line(of key: String) -> Int? { keyLines[key] }
}

extension WrittenBlueprint {
    private static let keys = [
        "forms", "delivery", "total", "sections", "topics", "topic-tolerance", "difficulty", "difficulty-tolerance",
    ]

    /// The same blueprint for another number of forms; nil leaves it as it is.
    package func with(forms: Int?) -> WrittenBlueprint {
        guard let forms else { return self }
        return WrittenBlueprint(
            blueprint: blueprint.with(forms: forms), file: file, sectionLines: sectionLines, cellLines: cellLines,
            keyLines: keyLines)
    }

    /// Reads `blueprint.yaml`. Everything wrong in it is reported together.
    package static func read(_ url: URL) throws(Refusal) -> WrittenBlueprint {
        let document = try SettingsDocument(url)
        let top = document.top
        top.expect(keys + BlueprintRules.keys)
        let forms = top.integer("forms", in: Blueprint.formCounts, example: 2)
        let total = top.mark("total", example: "100")
        let sectionMaps = top.maps("sections", example: "- title: 单项选择题")
        let sections = sectionMaps?.map { BlueprintSection.read($0) }
        SettingsMap.refuseRepeats(of: ["title"], in: sectionMaps ?? [])
        let topics = top.map("topics", example: "（下一级写 社会保险: 30%）").map(readTopics)
        let topicTolerance = top.optional("topic-tolerance") { $0.integer($1, in: 0...100, example: 1) } ?? 0
        let difficulties = top.map("difficulty", example: "（下一级写 中等: 30%）").map(readDifficulties)
        let tolerance = top.integer("difficulty-tolerance", in: 0...100, example: 2)

        if let sections, !(1...maximumSections).contains(sections.count) {
            top.refuse(
                "sections", "\(sections.count)", line: top.line(of: "sections"),
                expected: " 1 到 \(maximumSections) 个大题",
                "1 to \(maximumSections) sections")
        }
        let known = BlueprintNames(
            sections: sections?.compactMap(\.self), topics: topics, items: sections?.compactMap(\.?.count).reduce(0, +))
        let rules = BlueprintRules.read(top, known)
        guard let forms, let total, let sectionMaps, let sections, let topics, let difficulties, let tolerance,
            !sections.contains(where: { $0 == nil })
        else { return try document.finish(nil) }
        let blueprint = Blueprint(
            forms: forms, sections: sections.compactMap(\.self), topics: topics, topicTolerance: topicTolerance,
            difficulties: difficulties, difficultyTolerance: tolerance, rules: rules)
        if blueprint.total != total {
            document.report(
                .wrongSum, line: top.line(of: "total"),
                "各大题分值合计 \(blueprint.total) 分，而 total 写的是 \(total) 分；请改其中之一",
                "the sections add up to \(blueprint.total) marks but total says \(total); change one of them")
        }
        return try document.finish(
            WrittenBlueprint(
                blueprint: blueprint, file: document.file, sectionLines: sectionMaps.map(\.line),
                cellLines: top.lines(of: "cells"),
                keyLines: Dictionary(top.keys.map { ($0.key, $0.line) }, uniquingKeysWith: { first, _ in first })))
    }

    /// More sections than a paper has.
    private static let maximumSections = 40

    private static func readTopics(_ map: SettingsMap) -> [TopicShare] {
        let shares = map.keys.compactMap { entry in
            map.share(entry.key, example: "30%").map { TopicShare(domain: entry.key, share: $0) }
        }
        if shares.count == map.keys.count { map.expectWhole(shares.map(\.share), of: "知识领域", "topics") }
        return shares
    }

    private static func readDifficulties(_ map: SettingsMap) -> [DifficultyShare] {
        map.expect(Difficulty.allCases.map(\.name.chinese))
        let written = Difficulty.allCases.filter { map.has($0.name.chinese) }
        let shares = written.compactMap { level in
            map.share(level.name.chinese, example: "30%").map { DifficultyShare(difficulty: level, share: $0) }
        }
        if shares.count == written.count { map.expectWhole(shares.map(\.share), of: "难度", "difficulty") }
        return shares
    }
}

extension SettingsMap {
    /// Reports shares that do not add up to the whole.
    fileprivate func expectWhole(_ shares: [Share], of chinese: String, _ english: String) {
        let sum = Share(basisPoints: shares.reduce(0) { $0 + $1.basisPoints })
        guard sum != .whole else { return }
        let gap = Share(basisPoints: abs(sum.basisPoints - Share.whole.basisPoints))
        let over = sum > .whole
        document.report(
            .wrongSum, line: line, "\(chinese)比例合计 \(sum)，应为 100%，请\(over ? "减去" : "补上") \(gap)",
            "the shares of \(english) add up to \(sum), not 100%; \(over ? "take away" : "add") \(gap)")
    }
}

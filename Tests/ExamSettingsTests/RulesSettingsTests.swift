import ExamModel
import ExamSettings
import Foundation
import Testing

struct RulesSettingsTests {
    private func findings(_ old: String, _ new: String) throws -> [Finding] {
        let blueprint = try WrittenBlueprint.read(qualifier.appending(path: "blueprint.yaml")).blueprint
        let text = try String(contentsOf: qualifier.appending(path: "rules.yaml"), encoding: .utf8)
        let changed = text.replacing(old, with: new)
        #expect(changed != text)
        return try withFile("rules.yaml", changed) { url in
            do throws(Refusal) {
                _ = try CompetitionRules.read(url, for: blueprint)
                return []
            } catch { return error.findings }
        }
    }

    /// Each edit with the line it is answered at.
    @Test(arguments: [
        ("section: 多项选择题", "section: 多选", 7), ("section: 单项选择题", "section: 多项选择题", 8),
        ("  - section: 单项选择题", "  - time: less-first\n  - time: less-first", 9),
        ("  - section: 单项选择题", "  - section: 单项选择题\n    time: less-first", 9),
        ("name: 挑战团", "name: 知识通", 13), ("name: 挑战团", "name: \"\\t\"", 13),
    ])
    func refusesWithTheLine(old: String, new: String, line: Int) throws {
        let found = try findings(old, new)
        #expect(found.map(\.code) == [.badValue])
        #expect(found.map(\.place.line) == [line])
    }

    @Test func timeMayFollowSections() throws {
        #expect(try findings("  - section: 单项选择题", "  - section: 单项选择题\n  - time: less-first").isEmpty)
    }
}

import ExamModel
import ExamSettings
import Foundation
import Testing

struct BlueprintSettingsTests {
    private func findings(_ edits: (String, String)...) throws -> [Finding] {
        let text = try String(contentsOf: qualifier.appending(path: "blueprint.yaml"), encoding: .utf8)
        let changed = edits.reduce(text) { $0.replacing($1.0, with: $1.1) }
        #expect(changed != text)
        return try withFile("blueprint.yaml", changed) { url in
            do throws(Refusal) {
                _ = try WrittenBlueprint.read(url)
                return []
            } catch { return error.findings }
        }
    }

    @Test func topicsMustAddUp() throws {
        let found = try findings(("社会保险: 28%", "社会保险: 30%"))
        #expect(found.map(\.code) == [.wrongSum])
        #expect(found.first?.message.chinese == "知识领域比例合计 102%，应为 100%，请减去 2%")
        #expect(found.first?.place.line == 20)
    }

    @Test func marksMustAddUp() throws {
        let found = try findings(("marks: 1.5", "marks: 2"))
        #expect(found.map(\.code) == [.wrongSum])
        #expect(found.first?.message.chinese.contains("合计 110 分") == true)
    }

    @Test(arguments: [
        ("per-option, each: 0.5", "per-option, each: 2"), ("rule: exact", "rule: exakt"), ("count: 60", "count: 六十"),
        ("type: true-false", "type: fill-in"), ("易: 15%", "易: 十五"), ("较易", "稍易"), ("forms: 2", "forms: 0"),
    ])
    func refuses(old: String, new: String) throws {
        #expect(try !findings((old, new)).isEmpty)
    }
}

struct RulesSettingsTests {
    @Test func tieBreaksNameSectionsOfTheBlueprint() throws {
        let blueprint = try WrittenBlueprint.read(qualifier.appending(path: "blueprint.yaml")).blueprint
        let text = try String(contentsOf: qualifier.appending(path: "rules.yaml"), encoding: .utf8)
        try withFile("rules.yaml", text.replacing("section: 多项选择题", with: "section: 多选")) { url in
            let refusal = #expect(throws: Refusal.self) { try CompetitionRules.read(url, for: blueprint) }
            #expect(refusal?.findings.first?.place.line == 7)
        }
    }
}

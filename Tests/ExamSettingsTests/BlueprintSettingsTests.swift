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

    @Test func oneBadShareIsOneFinding() throws {
        #expect(try findings(("易: 15%", "易: 十五")).map(\.code) == [.badValue])
        #expect(try findings(("社会保险: 28%", "社会保险: 二成八")).map(\.code) == [.badValue])
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

    /// Each edit with the line it is answered at.
    @Test(arguments: [
        ("title: 判断题", "title: 单项选择题", 15), ("title: 判断题", "title: '  '", 15),
        ("title: 判断题", "title: \"判断\\e[2J题\"", 15), ("title: 判断题", "title: \"判断\\n题\"", 15),
        ("scoring: { rule: per-option, each: 0.5 }", "scoring: { rule: deduction, penalty: 1.501 }", 14),
    ])
    func refusesWithTheLine(old: String, new: String, line: Int) throws {
        let found = try findings((old, new))
        #expect(found.map(\.code) == [.badValue])
        #expect(found.map(\.place.line) == [line])
        #expect(
            found.first?.message.chinese.unicodeScalars.contains { $0.properties.generalCategory == .control } == false)
    }

    @Test func aPenaltyMayEqualTheMarks() throws {
        #expect(try findings(("rule: per-option, each: 0.5", "rule: deduction, penalty: 1.5")).isEmpty)
    }
}

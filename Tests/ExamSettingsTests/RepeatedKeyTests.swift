import ExamModel
import ExamSettings
import Foundation
import Testing

/// Keys that stand twice: each is said with both lines, and hides nothing else.
struct RepeatedKeyTests {
    private func findings(_ edit: (String) -> String) throws -> [Finding] {
        let text = try String(contentsOf: qualifier.appending(path: "blueprint.yaml"), encoding: .utf8)
        return try withFile("blueprint.yaml", edit(text)) { url in
            do throws(Refusal) {
                _ = try WrittenBlueprint.read(url)
                return []
            } catch { return error.findings }
        }
    }

    private func line(of text: String, in edited: String) -> Int? {
        edited.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(text) }.map { $0 + 1 }
    }

    @Test func eachIsSaidWithItsLineAndTheRestIsReadAsWell() throws {
        var edited = ""
        let found = try findings { text in
            edited = text + "forms: 3          # again\nmost-uses: none\ndifficulty:\n  易: 100%\n  难: 1%\n"
            return edited
        }
        let places = [try #require(line(of: "again", in: edited)), try #require(line(of: "none", in: edited))]
        #expect(found.map(\.place.line) == [places[0], places[1], places[1] + 1])
        #expect(found.map(\.code) == ["BAD_YAML", "BAD_VALUE", "BAD_YAML"])
        #expect(found[0].message.chinese.contains("“forms”与第 2 行重复"), "\(found[0].message.chinese)")
    }

    @Test func insideAMappingAndAListItem() throws {
        let found = try findings { text in
            text.replacing("    count: 60\n", with: "    count: 60\n    count: 61\n")
                .replacing("  社会保险: 28%\n", with: "  社会保险: 28%\n  社会保险: 28%\n")
        }
        #expect(found.count == 2 && found.allSatisfy { $0.code == "BAD_YAML" }, "\(found.map(\.message.chinese))")
    }

    @Test func theSameKeyInDifferentMappingsIsNone() throws {
        #expect(try findings { $0 + "most-uses: 2\n" } == [])
    }

    @Test func inBracesTheParserSaysIt() throws {
        let found = try findings { $0 + "mean-p: { target: 0.7, target: 0.8 }\n" }
        #expect(found.map(\.code) == ["BAD_YAML"])
    }
}

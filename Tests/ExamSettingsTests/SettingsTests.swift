import ExamModel
import ExamSettings
import Foundation
import Testing

/// Writes `text` to a file of its own, gives its URL to `body`, and removes it.
func withFile<Result>(_ name: String, _ text: String, _ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let url = folder.appending(path: name)
    try Data(text.utf8).write(to: url)
    return try body(url)
}

/// The exam that ships with the product.
let qualifier = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../Papers/sichuan-2020-qualifier", directoryHint: .isDirectory
).standardized

struct SettingsTests {
    @Test func readsTheQualifier() throws {
        let exam = try Exam.read(qualifier.appending(path: "exam.yaml"))
        #expect(exam.session.start == Date(timeIntervalSince1970: 1_592_614_800))  // 2020-06-20T01:00:00Z
        let written = try WrittenBlueprint.read(qualifier.appending(path: "blueprint.yaml"))
        #expect(written.blueprint.total == Mark(100))
        #expect(written.blueprint.sections[1].scoring == .perOption(each: Mark(thousandths: 500)))
        let rules = try CompetitionRules.read(qualifier.appending(path: "rules.yaml"), for: written.blueprint)
        #expect(rules.honours.map(\.count) == [12, 20])
        #expect(rules.tieBreaks.first == .section("多项选择题"))
    }

    private let exam = """
        id: demo
        title: 模拟
        session:
          name: 一
          start: 2020-06-20 09:00
          minutes: 90
          latest-start: 30
          earliest-hand-in: 30
        room-rules: [安静]
        """

    private func findings(_ edits: (String, String)...) throws -> [Finding] {
        let text = edits.reduce(exam) { $0.replacing($1.0, with: $1.1) }
        return try withFile("exam.yaml", text) { url in
            do throws(Refusal) {
                _ = try Exam.read(url)
                return []
            } catch { return error.findings }
        }
    }

    @Test func aDayThatDoesNotExist() throws {
        let found = try findings(("2020-06-20", "2020-04-31"))
        #expect(found.map(\.code) == [.noSuchDate])
        #expect(found.first?.place == Place(file: "exam.yaml", line: 5))
        #expect(found.first?.message.chinese.contains("4月只有 30 天") == true)
    }

    @Test(arguments: [
        "2020年6月20日 9:00", "2020年6月20日9:00", "2020-06-20T01:00:00Z", "2020-06-20 10:00+09:00", "2020-06-20 09:00:00",
        "2020-06-20 15:00+14:00", "2020-06-19 11:00 -14:00", "2020年6月20日T9：00",
    ])
    func sameMomentInOtherSpellings(text: String) throws {
        let changed = exam.replacing("2020-06-20 09:00", with: text)
        let start = try withFile("exam.yaml", changed) { try Exam.read($0).session.start }
        #expect(start == Date(timeIntervalSince1970: 1_592_614_800))
    }

    @Test(arguments: [
        ("2021-02-29 09:00", FindingCode.noSuchDate), ("2020-13-01 09:00", .noSuchDate),
        ("2020-06-20 25:00", .noSuchDate),
        ("下周六", .badValue), ("2020-06-20", .badValue),
        ("2020-06-2009:00", .badValue), ("2020-06-123:00", .badValue),
        ("２０２０-06-20 09:00", .badValue), ("2020-06-20 ０9:00", .badValue), ("2020-06-20 09:00+٠8:00", .badValue),
        ("2020-04-31", .noSuchDate), ("2021年2月29日", .noSuchDate), ("4月31日", .noSuchDate), ("13月1日", .noSuchDate),
        ("2月30日", .noSuchDate), ("4月31日 09:00", .noSuchDate), ("2月29日", .badValue), ("4月30日", .badValue),
        ("4月30日 09:00", .badValue), ("2020-04-31上午", .badValue), ("0000-01-00", .noSuchDate),
    ])
    func refusesOtherTimes(text: String, code: FindingCode) throws {
        #expect(try findings(("2020-06-20 09:00", text)).map(\.code) == [code])
    }

    @Test(arguments: [
        ("1999-12-31 09:00", "的年份应在 2000 到 2100 之间"), ("2101-01-01 09:00", "的年份应在 2000 到 2100 之间"),
        ("0020-06-20 09:00", "的年份应在 2000 到 2100 之间"), ("2020-06-20 09:00+14:01", "时区：应在 -14:00 到 +14:00 之间"),
        ("2020-06-20 09:00-99:00", "时区：应在 -14:00 到 +14:00 之间"), ("2020-06-20 09:00+08:60", "时区：应在"),
        ("4月31日", "4月只有 30 天"), ("2020-06-20 09:60", "00:00 到 23:59"),
    ])
    func saysWhatIsWrongWithATime(text: String, words: String) throws {
        let found = try findings(("2020-06-20 09:00", text))
        #expect(found.map(\.code) == [.noSuchDate])
        #expect(found.first?.message.chinese.contains(words) == true, "\(found)")
    }

    @Test(arguments: [
        "\"a\\e[31mb\"", "\"a\\nb\"", "\"a\\rb\"", "\"a\\u2028b\"", "\"a\\x9bb\"", "\"a\\0b\"", "\"\"", "' '",
        "\"\\u3000\"",
    ])
    func textIsOneVisibleLine(text: String) throws {
        let inTitle = try findings(("title: 模拟", "title: \(text)"))
        #expect(inTitle.map(\.code) == [.badValue])
        #expect(inTitle.map(\.place.line) == [2])
        #expect(inTitle.first?.message.chinese.contains("\u{1b}") == false)
        let inList = try findings(("[安静]", "[安静, \(text)]"))
        #expect(inList.map(\.code) == [.badValue])
    }

    @Test func everythingWrongIsSaidAtOnce() throws {
        let found = try findings(("title:", "titel:"), ("minutes: 90", "minutes: 9O"), ("latest-start: 30\n", "\n"))
        #expect(found.map(\.code) == [.missingKey, .unknownKey, .missingKey, .badValue])
        #expect(found[1].message.chinese.contains("是不是要写“title”") == true)
        #expect(found[1].place.line == 2)
    }

    @Test(arguments: ["", "- 1\n- 2", "a: [", "a: 1\na: 2", "\u{0}"])
    func refusesWhatIsNoMapping(text: String) throws {
        try withFile("exam.yaml", text) { url in
            let refusal = #expect(throws: Refusal.self) { try Exam.read(url) }
            #expect(refusal?.has(.badYAML) == true)
        }
    }

    @Test func aliasesDoNotExplode() throws {
        let bomb = (0..<30).reduce("a0: &a0 [x, x]\n") { text, level in
            text + "a\(level + 1): &a\(level + 1) [*a\(level), *a\(level)]\n"
        }
        try withFile("exam.yaml", bomb) { url in
            _ = #expect(throws: Refusal.self) { try Exam.read(url) }
        }
    }
}

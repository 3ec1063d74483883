import ExamTestSupport
import Foundation
import Testing

/// What would end in appeals is told before the paper is sealed, while it can be mended.
struct AppealWarningTests {
    @Test func looseScoringAndVoidedItemsWithoutARule() throws {
        let folder = try OfficeFolder()
        func done(_ arguments: String...) throws -> String {
            let run = try folder.kaochang(arguments)
            #expect([0, 3].contains(run.status), "\(arguments): \(run.errors)")
            return String(decoding: run.output, as: UTF8.self)
        }
        _ = try done("keys", "init")
        let imported = try folder.kaochang(["bank", "import"] + OfficeFolder.banks)
        #expect(imported.status == 0, "\(imported.errors)")
        for roster in ["roster.csv", "roster-replacements.csv"] { _ = try done("roster", "import", roster) }
        _ = try done("paper", "assemble", "--seed", "beef")
        #expect(try done("paper", "check").contains("“多项选择题”有"), "three of four right options earn full marks")
        #expect(!(try done("paper", "seal").contains("voided-items")))

        try folder.edit("blueprint.yaml", "each: 0.5", "each: 0.3")
        try folder.edit("rules.yaml", "voided-items: full-marks", "# ")
        _ = try done("paper", "assemble", "--seed", "beef")
        #expect(!(try done("paper", "check").contains("也得满分")))
        #expect(try done("paper", "seal").contains("没有写 voided-items"))
    }
}

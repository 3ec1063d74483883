import ExamTestSupport
import Foundation
import Testing

/// Proof-reading a small exam's forms, and blueprints that ask for what there is not.
struct PaperMarkTests {
    private struct Marked: Decodable {
        struct Change: Decodable {
            let form: String
            let number: Int
            let old: String
            let new: String
        }

        let returned: [String]
        let changes: [Change]
    }

    private let folder: OfficeFolder

    init() throws {
        folder = try OfficeFolder(copying: Fixture.url("small-exam"))
        try done("keys", "init", "--generate-passphrases")
        try done("bank", "import", Fixture.url("small-exam/banks/bank.txt").path)
        try done("roster", "import", "roster.csv")
    }

    @discardableResult
    private func done(_ command: String..., place: SourceLocation = #_sourceLocation) throws -> Data {
        let run = try folder.kaochang(command)
        #expect(run.status == 0, "\(run.errors)", sourceLocation: place)
        return run.output
    }

    private func refused(_ command: String..., place: SourceLocation = #_sourceLocation) throws -> String {
        let run = try folder.kaochang(command)
        #expect(run.status == 1, "\(run.errors)", sourceLocation: place)
        return run.errors
    }

    private func proof(_ form: String) throws -> String {
        String(decoding: try done("paper", "preview", form, "--reader", "校对甲"), as: UTF8.self)
    }

    @Test func aMarkedItemGoesBackAndOnlyItsPlaceChanges() throws {
        try done("paper", "assemble", "--seed", "beef")
        let (first, second) = (try proof("A"), try proof("B"))
        let output = try done("paper", "mark", "A", "3", "--reader", "校对甲", "--remark", "题干有歧义", "--json")
        let marked = try JSONDecoder().decode(Marked.self, from: output)
        let change = try #require(marked.changes.first)
        #expect(marked.changes.count == 1 && change.form == "A" && change.number == 3)
        #expect(marked.returned == [change.old] && change.new != change.old)
        let shown = String(decoding: try done("bank", "show", change.old), as: UTF8.self)
        #expect(shown.contains("题干有歧义") && shown.contains("草稿"))

        // The proof has the new text in that place alone.
        let lines = { (proof: String) in proof.split(separator: "\n") }
        let again = try proof("A")
        let fresh = Set(lines(again)).subtracting(lines(first))
        #expect(fresh.contains { $0.contains("3") }, "\(fresh)")
        #expect(fresh.count <= 6, "\(fresh)")
        #expect(try proof("B") == second)
        #expect(
            try refused("paper", "mark", "A", change.old, "--reader", "校对甲", "--remark", "同上").contains(
                "ITEM_NOT_IN_FORM"))
        try done("paper", "check")
    }

    @Test func aNewTextOfAMarkedItemDoesNotKeepThePaperFromBeingSealed() throws {
        try done("paper", "assemble", "--seed", "beef")
        let output = try done("paper", "mark", "A", "3", "--reader", "校对甲", "--remark", "题干有歧义", "--json")
        let change = try #require(try JSONDecoder().decode(Marked.self, from: output).changes.first)
        try rewrite(change.old, asking: 61)
        try done("paper", "seal")
        // Any other item of the bank may not change between assembly and seal.
        try rewrite(change.new, asking: 62)
        let errors = try refused("paper", "mark", "B", "1", "--reader", "校对甲", "--remark", "错字")
        #expect(errors.contains("CHANGED_SINCE_ASSEMBLY"), "\(errors)")
    }

    private func rewrite(_ id: String, asking number: Int) throws {
        let text = """
            一、单选题（共1题）
            1、改写过的第\(number)类事项应当自受理之日起（）日内办结。
            A、\(number)日
            B、2日
            C、3日
            D、4日
            正确答案：B
            知识点：劳动关系/劳动合同
            难度：易

            """
        try folder.temporary.write(Data(text.utf8), as: "edited.txt")
        try done("bank", "edit", id, "--from", "edited.txt", "--by", "命题甲", "--reason", "按校对意见改写")
    }

    @Test func namesThatTheBankDoesNotKnowAreSaidAsSuch() throws {
        let blueprint = String(decoding: try folder.temporary.read("blueprint.yaml"), as: UTF8.self)
        let lines = blueprint.split(separator: "\n").count
        try folder.temporary.write(
            Data((blueprint + "sources: { 大纲提库: 10% }\nbarred: [Q404]\nenemies:\n  - [Q405, Q406]\n").utf8),
            as: "blueprint.yaml")
        let errors = try refused("paper", "assemble")
        #expect(errors.contains("没有来源为“大纲提库”的题") && !errors.contains("BLUEPRINT_IMPOSSIBLE"), "\(errors)")
        for line in 1...3 { #expect(errors.contains("第 \(lines + line) 行"), "\(errors)") }
        for item in ["Q404", "Q405", "Q406"] { #expect(errors.contains("\(item) 题库中没有"), "\(errors)") }
    }

    @Test func aFormForEachCandidateNeedsAsManyForms() throws {
        try folder.edit("blueprint.yaml", "forms: 2", "forms: 2\ndelivery: per-candidate")
        #expect(try refused("paper", "assemble").contains("TOO_FEW_FORMS"))
        try done("paper", "assemble", "--forms", "8")
    }
}

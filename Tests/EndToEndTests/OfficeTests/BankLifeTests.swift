import ExamTestSupport
import Foundation
import Testing

/// A bank in daily use through the real executable: reviewed by two, edited, retired, searched, imported again.
struct BankLifeTests {
    private struct Found: Decodable {
        struct Item: Decodable {
            let id: String
            let status: String
            let version: Int
            let keyVersion: Int
            let stem: String
            let key: String
        }
        let total: Int
        let items: [Item]
    }

    private static let text = """
        一、单选题
        1、工伤认定申请由用人单位在事故伤害发生之日起（）日内提出。
        A、10
        B、30
        C、60
        D、90
        正确答案：B
        答案解析：《工伤保险条例》第十七条。
        知识点：社会保险/工伤保险
        难度：易
        2、职工本人提出工伤认定申请的期限为事故伤害发生之日起（）。
        A、30日
        B、6个月
        C、1年
        D、2年
        正确答案：C
        知识点：社会保险/工伤保险

        """

    private func search(_ folder: OfficeFolder, _ arguments: String...) throws -> Found {
        let run = try folder.kaochang(["bank", "search", "--json", "--bank", "b.sqlite"] + arguments)
        #expect(run.status == 0, "\(run.errors)")
        return try JSONDecoder().decode(Found.self, from: run.output)
    }

    @discardableResult
    private func bank(_ folder: OfficeFolder, _ arguments: String..., status: Int32 = 0) throws -> String {
        let run = try folder.kaochang(["bank"] + arguments + ["--bank", "b.sqlite"])
        #expect(run.status == status, "\(arguments): \(run.errors)")
        return String(decoding: run.output, as: UTF8.self) + run.errors
    }

    @Test func aWeekInTheLifeOfTheBank() throws {
        let folder = try OfficeFolder()
        try folder.temporary.write(Data(Self.text.utf8), as: "items.txt")
        try bank(folder, "settings", "--review", "required")
        try bank(folder, "import", "items.txt", "--by", "张某")
        #expect(try search(folder, "工伤", "--type", "single-choice", "--status", "draft").total == 2)
        let id = try #require(try search(folder, "用人单位").items.first?.id)

        #expect(try bank(folder, "review", id, "--approve", "--by", "张某", status: 1).contains("[SAME_PERSON]"))
        try bank(folder, "review", id, "--approve", "--by", "李某")
        try bank(folder, "review", id, "--approve", "--by", "王某")
        #expect(try search(folder, "--status", "定稿").items.map(\.id) == [id])

        try folder.temporary.write(
            Data(Self.text.replacing("（）日内提出", with: "（）日内向社会保险行政部门提出").utf8), as: "two.txt")
        #expect(try bank(folder, "edit", id, "--from", "two.txt", "--by", "李某", status: 1).contains("[NOT_ONE_ITEM]"))
        let one = Self.text.replacing("（）日内提出", with: "（）日内向社会保险行政部门提出").split(separator: "2、")[0]
        try folder.temporary.write(Data(one.utf8), as: "one.txt")
        try bank(folder, "edit", id, "--from", "one.txt", "--by", "李某", "--reason", "写明受理部门")
        let edited = try #require(try search(folder, "社会保险行政部门").items.first)
        #expect(edited.id == id && edited.version == 2 && edited.keyVersion == 1 && edited.status == "draft")
        let shown = try bank(folder, "show", id)
        for text in ["写明受理部门", "旧文（试题第 1 版", "（）日内提出", "工伤保险条例第十七条"] { #expect(shown.contains(text), "\(text)") }

        #expect(try bank(folder, "import", "items.txt", "--by", "张某").contains("[OLDER_THAN_BANK]"))
        #expect(try search(folder).total == 2)
        try bank(folder, "retire", id, "--by", "王某", "--reason", "条例修订")
        #expect(try bank(folder, "import", "one.txt").contains("[RETIRED_IN_BANK]"))
        try bank(folder, "restore", id, "--by", "王某")
        #expect(try bank(folder, "review", "Q0", "--approve", "--by", "王某", status: 1).contains("[UNKNOWN_ITEM]"))
        #expect(try bank(folder, "stats").contains("待审 2 题"))
    }

    @Test func theEditorOpensAndNothingIsLost() throws {
        let folder = try OfficeFolder()
        try folder.temporary.write(Data(Self.text.utf8), as: "items.txt")
        try bank(folder, "import", "items.txt", "--by", "张某")
        let id = try #require(try search(folder, "用人单位").items.first?.id)
        func edit(_ editor: String, status: Int32) throws -> String {
            let script =
                "EDITOR=\"\(editor)\" '\(try Product.path("kaochang"))' bank edit \(id) --by 李某 --bank b.sqlite 2>&1 && echo =0 || echo \"=$?\""
            let output = String(decoding: try Command.shell(script, in: folder.temporary), as: UTF8.self)
            #expect(output.hasSuffix("=\(status)\n"), "\(output)")
            return output
        }
        #expect(try edit("true", status: 0).contains("没有改动"))
        _ = try edit("sed -i s/正确答案：B/正确答案：C/", status: 0)
        let changed = try #require(try search(folder, "用人单位").items.first)
        #expect(changed.key == "C" && changed.version == 1 && changed.keyVersion == 2)

        let refused = try edit("sed -i s/正确答案：C/正确答案：E/", status: 1)
        #expect(refused.contains("[ANSWER_NOT_IN_OPTIONS]"))
        let kept = try #require(refused.split(separator: "\n").first { $0.contains("[NOT_STORED]") })
        let file = try #require(kept.split(separator: "：").first.map(String.init))
        #expect(String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self).contains("正确答案：E"))
        try FileManager.default.removeItem(at: URL(filePath: file).deletingLastPathComponent())
        #expect(try edit("false", status: 1).contains("[EDITOR_FAILED]"))
        #expect(try search(folder, "用人单位").items.first?.keyVersion == 2)
    }

    @Test func theWalkAsksItemByItem() throws {
        let folder = try OfficeFolder()
        try folder.temporary.write(Data(Self.text.utf8), as: "items.txt")
        try bank(folder, "import", "items.txt", "--as", "draft", "--by", "张某")
        let script = "printf 'y\\nn\\n题干有歧义\\n' | '\(try Product.path("kaochang"))' bank review --by 李某 --bank b.sqlite"
        let output = String(decoding: try Command.shell(script, in: folder.temporary), as: UTF8.self)
        #expect(output.contains("等您审的题有 2 道"))
        #expect(try search(folder, "--status", "reviewed").total == 1)
        let id = try #require(try search(folder, "--status", "draft").items.first?.id)
        #expect(try bank(folder, "show", id).contains("题干有歧义"))
    }

    @Test func aFileWithFaultsIsTakenWholeOrNotAtAll() throws {
        let folder = try OfficeFolder()
        try folder.temporary.write(Data(Self.text.replacing("正确答案：C", with: "正确答案：E").utf8), as: "items.txt")
        #expect(try bank(folder, "import", "items.txt", status: 1).contains("[FILE_NOT_IMPORTED]"))
        #expect(try search(folder).total == 0)
        try bank(folder, "import", "items.txt", "--accept-partial", status: 3)
        #expect(try search(folder).total == 1)
    }

    @Test func whoReadsNeedNotWrite() throws {
        let folder = try OfficeFolder()
        try folder.temporary.write(Data(Self.text.utf8), as: "items.txt")
        try bank(folder, "import", "items.txt")
        let before = try folder.temporary.read("b.sqlite")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o400], ofItemAtPath: folder.temporary["b.sqlite"].path)
        #expect(try search(folder, "工伤").total == 2)
        #expect(try folder.temporary.read("b.sqlite") == before)
    }

    @Test func nearDuplicatesArePointedOut() throws {
        let folder = try OfficeFolder()
        try folder.temporary.write(Data(Self.text.utf8), as: "items.txt")
        try bank(folder, "import", "items.txt")
        let again = Self.text.replacing("由用人单位在事故伤害发生之日起", with: "由用人单位在事故发生之日起").replacing(
            "正确答案：B", with: "正确答案：C")
        try folder.temporary.write(Data(again.utf8), as: "again.txt")
        let output = try bank(folder, "import", "again.txt")
        #expect(output.contains("[NEAR_DUPLICATE]") && output.contains("答案不同"))
        let listed = try bank(folder, "duplicates", "--at-least", "85")
        #expect(listed.contains("共 1 对近似题") && listed.contains("答案不同"))
    }
}

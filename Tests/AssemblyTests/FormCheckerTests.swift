import Assembly
import ExamModel
import Testing

struct FormCheckerTests {
    private let items = (0..<8).map {
        Item(
            id: ItemID("\($0)"), type: $0 < 7 ? .singleChoice : .trueFalse, stem: "题", options: [],
            topic: Topic(text: $0 < 6 ? "甲" : "乙"), difficulty: .medium)
    }
    private let blueprint = Blueprint(
        forms: 2,
        sections: [BlueprintSection(title: "单选", type: .singleChoice, count: 3, marks: Mark(1), scoring: .exact)],
        topics: [TopicShare(domain: "甲", share: .whole)],
        difficulties: [DifficultyShare(difficulty: .medium, share: .whole)], difficultyTolerance: 0)

    private func section(
        _ indices: [Int], title: String = "单选", type: ItemType = .singleChoice, version: Int = 1
    ) -> FormSection {
        FormSection(
            title: title, type: type, marks: Mark(1), scoring: .exact,
            items: indices.map { ItemReference(id: items[$0].id, version: version) })
    }

    private func form(_ id: FormID, _ sections: FormSection...) -> Form {
        Form(id: id, sections: sections)
    }

    /// What is said in Chinese of a second form beside a sound first one.
    private func said(of sections: FormSection...) -> [String] {
        FormChecker(blueprint, bank: items).findings(
            in: [form("A", section([0, 1, 2])), Form(id: "B", sections: sections)]
        ).map(\.message.chinese)
    }

    @Test func findsEachBrokenRule() throws {
        let checker = FormChecker(blueprint, bank: items)
        #expect(said(of: section([3, 4, 5])).isEmpty)
        #expect(said(of: section([2, 3, 4])).count == 1)
        #expect(!said(of: section([3, 4, 6])).isEmpty)
        #expect(!said(of: section([3, 4, 7])).isEmpty)
        #expect(!said(of: section([3, 4])).isEmpty)
        #expect(!checker.findings(in: [form("A", section([0, 1, 2]))]).isEmpty)
        #expect(!checker.findings(in: []).isEmpty)
    }

    @Test func sectionsAreThoseOfTheBlueprint() {
        #expect(said(of: section([3, 4, 5]), section([], title: "附加")) == ["试卷 B：应有 1 个大题，实有 2 个"])
        #expect(said().first == "试卷 B：应有 1 个大题，实有 0 个")
        #expect(said(of: section([3, 4, 5], title: "多选")) == ["试卷 B：第 1 大题应为“单选”，这里是“多选”"])
        #expect(said(of: section([3, 4, 5], type: .multipleChoice)) == ["试卷 B：“单选”的题型不符"])
    }

    @Test func anItemCountsInItsVersionOnly() {
        let found = said(of: section([3, 4, 5], version: 2))
        #expect(found.contains("试卷 B：试题 3（第 2 版）不在题库中"))
    }

    @Test func anItemTwiceInAFormIsSaidToBe() {
        #expect(said(of: section([3, 4, 3])) == ["试卷 B：试题 3 在本卷中出现不止一次"])
        #expect(said(of: section([3, 4, 0])) == ["试卷 B：试题 0 已用于试卷 A"])
    }
}

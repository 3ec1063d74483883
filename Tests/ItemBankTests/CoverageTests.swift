import AnswerKey
import ExamModel
import ItemBank
import Testing

/// The coverage table: the tree of topics, with the syllabus's weights.
struct CoverageTests {
    @Test func countsEveryLevelOfTheTree() throws {
        let sample = try Sample(as: .approved)
        let safety = Sample.injury.with(stem: "另一题（）。")
        _ = try sample.bank.store([(safety, Sample.place)], ImportOrder(.by("张某"), as: .draft))
        try sample.bank.setSyllabus([
            (Topic(text: "社会保险"), Share(basisPoints: 5000)), (Topic(text: "社会保险/工伤保险"), Share(basisPoints: 3000)),
            (Topic(text: "就业创业"), Share(basisPoints: 2000)),
        ])
        let coverage = BankCoverage(try sample.bank.entries(), syllabus: try sample.bank.syllabus())
        #expect(coverage.approved == 3 && coverage.waiting == 1 && coverage.retired == 0)
        #expect(
            coverage.topics.map(\.topic.description) == [
                "社会保险", "社会保险/工伤保险", "就业创业", "劳动关系", "劳动关系/休息休假", "综合服务规范",
            ])
        #expect(coverage.topics.map(\.approved) == [1, 1, 0, 1, 1, 1])
        #expect(coverage.topics.map(\.waiting) == [1, 1, 0, 0, 0, 0])
        #expect(coverage.topics.map(\.surplus) == [-1, 0, -1, nil, nil, nil])
        #expect(coverage.topics[0].types == [0, 1, 0, 0, 0, 0])
        #expect(coverage.topics[0].difficulties == [0, 0, 0, 0, 1])
    }

    @Test func anItemWithoutATopicIsCounted() throws {
        let sample = try Sample([DraftItem(type: .trueFalse, stem: "甲。", options: [], answer: .judgement(true))])
        let coverage = BankCoverage(try sample.bank.entries(), syllabus: [])
        #expect(coverage.topics.map(\.waiting) == [1])
    }
}

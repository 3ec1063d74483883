import ExamModel
import Foundation
import ItemBank
import Testing

/// What assembly is told of an item: its enemies, its past, the law that it cites.
struct PoolTests {
    @Test func enemiesKnowEachOther() throws {
        let sample = try Sample(as: .approved)
        let ids = try [Sample.leave, Sample.injury, Sample.card].map { try sample.entry($0).id }
        try sample.bank.setEnemies(Array(ids[0...1]), true, .by("李某"))
        let pool = try sample.bank.pool()
        #expect(pool.first { $0.id == ids[0] }?.enemies == [ids[1]])
        #expect(pool.first { $0.id == ids[1] }?.enemies == [ids[0]])
        #expect(pool.first { $0.id == ids[2] }?.enemies == [])
        #expect(throws: Refusal.self) { try sample.bank.setEnemies([ids[0], ids[0]], true, .by("李某")) }
        try sample.bank.setEnemies(ids.reversed(), false, .by("李某"))
        #expect(try sample.bank.pool().allSatisfy(\.enemies.isEmpty))
    }

    @Test func figuresArePooledByCandidates() throws {
        let sample = try Sample(as: .approved)
        let id = try sample.entry(Sample.leave).id
        func figures(_ exam: ExamID, day: TimeInterval, _ candidates: Int, p: Int, _ discrimination: Int?)
            -> ItemPerformance
        {
            ItemPerformance(
                item: ItemReference(id: id, version: 1), exam: exam, ended: Date(timeIntervalSince1970: day * 86400),
                candidates: candidates, p: p, discrimination: discrimination)
        }
        let spring = figures("spring", day: 100, 100, p: 800, 300)
        let autumn = figures("autumn", day: 200, 300, p: 600, nil)
        #expect(try sample.bank.record([autumn, spring]).isEmpty)
        #expect(try sample.bank.record([spring]).isEmpty, "the same exam again replaces its own figures")
        let item = try #require(try sample.bank.pool().first { $0.id == id })
        #expect(item.uses.map(\.exam) == ["spring", "autumn"])
        #expect(item.p == 650)
        #expect(item.discrimination == 300)
        #expect(try sample.bank.performances(of: sample.entry(Sample.leave)) == [spring, autumn])
        let stranger = ItemPerformance(
            item: ItemReference(id: "Q0", version: 1), exam: "spring", ended: Date(), candidates: 1, p: 0,
            discrimination: nil)
        #expect(try sample.bank.record([stranger]).map(\.code) == [.unknownBankItem])
    }

    @Test(arguments: [
        ("《工伤保险条例》第十四条、第十六条第（一）项。", ["工伤保险条例第十四条", "工伤保险条例第十六条"]),
        ("《劳动合同法》第14条第三款；《劳动合同法实施条例》第六条；《劳动合同法》第14条。", ["劳动合同法第14条", "劳动合同法实施条例第六条"]),
        ("《社会保险法》（2018年修正）第二条", ["社会保险法第二条"]), ("《劳动法（2018修正）》第三十六条", ["劳动法第三十六条"]), ("第三条", []),
        ("《未完", []), ("", []),
    ])
    func articlesAreFound(rationale: String, articles: [String]) {
        #expect(CitedArticle.all(in: rationale) == articles)
    }

    @Test func shufflingIsSetByHand() throws {
        let sample = try Sample(as: .approved)
        let id = try sample.entry(Sample.injury).id
        _ = try sample.bank.setShuffle(false, of: id, .by("李某"))
        #expect(try sample.bank.pool().first { $0.id == id }?.mayShuffle == false)
        _ = try sample.bank.setShuffle(nil, of: id, .by("李某"))
        #expect(try sample.bank.pool().first { $0.id == id }?.mayShuffle == nil)
    }
}

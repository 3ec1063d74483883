import AnswerKey
import ExamModel
import ItemBank
import Testing

/// Looking for items as one types.
struct SearchTests {
    private func stems(_ query: BankQuery, in sample: Sample) throws -> [String] {
        let found = try sample.bank.search(query)
        #expect(found.total >= found.entries.count)
        return found.entries.map(\.keyed.item.stem)
    }

    @Test(arguments: [
        ("工伤", [1]), ("年", [0]), ("伤", [1]), ("应当认定为工伤", [1]), ("认定 工伤", [1]), ("职工带薪年休假条例第三条", [0]), ("app", [2]),
        ("ＡＰＰ申", [2]), ("申领", [2]), ("领", [2]), ("社会保险", [1]), ("社会", [1, 2]), ("不满10年的，年休假", [0]), ("满1年不", [0]),
        ("工商", []), ("伤工", []), ("（）", []), ("醉酒", [1]), ("酒", [1]), ("15", [0]), ("\"工伤*", [1]), ("工伤 年休假", []),
    ])
    func findsWhatIsThere(word: String, expected: [Int]) throws {
        let sample = try Sample()
        let drafts = [Sample.leave, Sample.injury, Sample.card]
        let words = word.split(separator: " ").map(String.init)
        #expect(try stems(BankQuery(words: words), in: sample) == expected.map { drafts[$0].stem })
    }

    @Test func everyPieceOfATextIsFound() throws {
        let sample = try Sample()
        let letters = Array(Sample.injury.stem.dropLast(3))
        for start in letters.indices {
            for end in start..<letters.count {
                let piece = String(letters[start...end])
                #expect(try stems(BankQuery(words: [piece]), in: sample).contains(Sample.injury.stem), "\(piece)")
            }
        }
    }

    @Test func conditionsAllHold() throws {
        let sample = try Sample()
        let stem = Sample.injury.stem
        #expect(try stems(BankQuery(types: [.multipleChoice]), in: sample) == [stem])
        #expect(try stems(BankQuery(topic: Topic(text: "社会保险")), in: sample) == [stem])
        #expect(try stems(BankQuery(topic: Topic(text: "社会")), in: sample).isEmpty)
        #expect(try stems(BankQuery(difficulties: [.hard, .easy]), in: sample).count == 2)
        #expect(try stems(BankQuery(states: [.approved]), in: sample).isEmpty)
        #expect(try stems(BankQuery(source: "大纲"), in: sample).count == 3)
        #expect(try stems(BankQuery(words: ["工伤"], types: [.singleChoice]), in: sample).isEmpty)
        #expect(try stems(BankQuery(words: ["工伤"], types: [.multipleChoice], states: [.draft]), in: sample) == [stem])
        let one = try sample.bank.search(BankQuery(limit: 1))
        #expect(one.total == 3 && one.entries.count == 1)
    }

    @Test func anEditedItemIsFoundByItsNewTextAlone() throws {
        let sample = try Sample()
        let mended = Sample.leave.with(stem: "探亲假为（）天。")
        _ = try sample.bank.edit(sample.entry(Sample.leave), to: mended, .by("李某"))
        #expect(try stems(BankQuery(words: ["探亲"]), in: sample) == [mended.stem])
        #expect(try stems(BankQuery(words: ["累计工作"]), in: sample).isEmpty)
        #expect(try stems(BankQuery(words: ["带薪"]), in: sample) == [mended.stem])
    }

    @Test func anItemIsFoundByTheBeginningOfItsId() throws {
        let sample = try Sample()
        let id = try sample.entry(Sample.leave).id
        #expect(try sample.bank.entry(String(id.text.prefix(8)))?.id == id)
        #expect(try sample.bank.entry("Qzz") == nil)
        #expect(try sample.bank.entry("") == nil)
        let refusal = #expect(throws: Refusal.self) { try sample.bank.entry("Q") }
        #expect(refusal?.has(.ambiguousID) == true)
    }
}

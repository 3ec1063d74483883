import AnswerKey
import BankFile
import ExamModel
import Testing

struct PlacedDraftsTests {
    @Test func givesBackItemsOfEveryKindWithTheirPlaces() throws {
        for number in 1...20 {
            var generator = SeededGenerator(try #require(Seed(text: String(number, radix: 16))), stream: "placed")
            let drafts = RandomBank.items(40, fragments: RandomBank.hostile, using: &generator)
            let placed = drafts.enumerated().map { offset, draft in
                let sheets = [nil, "一", "二"]
                let place = Place(
                    file: "a.xlsx", sheet: sheets[offset % 3], row: offset % 4 == 0 ? nil : offset,
                    line: offset % 5 == 0 ? nil : offset * 1000)
                return PlacedDraft(draft: draft, place: place)
            }
            #expect(Array(PlacedDrafts(placed)) == placed, "seed \(number)")
        }
    }

    @Test func copiesGoTheirOwnWays() {
        func draft(_ stem: String) -> PlacedDraft {
            PlacedDraft(
                draft: DraftItem(type: .trueFalse, stem: stem, options: [], answer: .judgement(true)), place: Place())
        }
        var one = PlacedDrafts([draft("甲")])
        var other = one
        one.append(draft("乙"))
        other.append(draft("丙"))
        one.append(draft("丁"))
        #expect(one.map(\.draft.stem) == ["甲", "乙", "丁"])
        #expect(other.map(\.draft.stem) == ["甲", "丙"])
        #expect(one != other)
    }
}

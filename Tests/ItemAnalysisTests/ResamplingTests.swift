import ExamModel
import Testing

@testable import ItemAnalysis

struct ResamplingTests {
    private let seed = Seed(text: "b007")

    private func reliability(_ rows: [[Int32]], places: Int, counted: Int = 1) throws -> CutReliability {
        let marks = ItemMarks(
            forms: [.init(sections: [rows[0].count], people: Array(rows.indices), marks: rows)], count: rows.count)
        let cut = Cut(
            name: "晋级", places: places, entrants: rows.indices.map { ("\($0)", [$0]) }, counted: counted)
        let seed = try #require(seed)
        return try #require(CutReliability.all([cut], marks, resamples: 500, seed: seed).first)
    }

    @Test func aLeadInEveryItemIsSafe() throws {
        let result = try reliability([[2, 2, 2, 2], [1, 1, 1, 1], [0, 0, 0, 0]], places: 1)
        #expect(result.swapped == 0)
        #expect(result.held == 1)
        #expect(result.lastIn == "0" && result.firstOut == "1")
    }

    @Test func equalsSwapHalfTheTime() throws {
        let result = try reliability([[1, 1, 0], [1, 1, 0]], places: 1)
        #expect(result.swapped == 0.5)
        #expect(result.held == 0.5)
    }

    /// Two people who differ in one item of two each way: the first is ahead on (2, 0) and (1, 1) is a tie. Drawing two of
    /// two items with replacement gives the four cases with equal chances.
    @Test func theShareIsThatOfTheDraws() throws {
        let result = try reliability([[1, 0], [0, 1]], places: 1)
        #expect(abs(result.swapped - 0.5) < 0.1)
    }

    @Test func theSeedDecides() throws {
        let rows: [[Int32]] = (0..<12).map { person in (0..<9).map { Int32((person * 7 + $0 * 5) % 4) } }
        #expect(try reliability(rows, places: 4) == reliability(rows, places: 4))
    }

    @Test func aCutWithNobodyBelowIsLeftOut() throws {
        let marks = ItemMarks(forms: [.init(sections: [1], people: [0], marks: [[1]])], count: 1)
        let cut = Cut(name: "晋级", places: 1, entrants: [("0", [0])], counted: 1)
        let seed = try #require(seed)
        let nobody = Cut(name: "知识通", places: 0, entrants: [], counted: 1)
        #expect(CutReliability.all([cut, nobody], marks, resamples: 10, seed: seed).isEmpty)
    }
}

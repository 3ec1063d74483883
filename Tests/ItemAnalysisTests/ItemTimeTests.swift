import ExamModel
import Testing

@testable import ItemAnalysis

struct ItemTimeTests {
    private func moments(_ times: [(Int, ItemID?)]) -> [ItemTime.Moment] {
        times.map { ItemTime.Moment(milliseconds: $0.0, item: $0.1) }
    }

    /// 10 s on a, 20 s on b, then back to a for 5 s.
    @Test func returningToAnItemAddsToItsTime() {
        let sitting = moments([(1000, nil), (11_000, "a"), (31_000, "b"), (36_000, "a")])
        #expect(
            ItemTime.all([sitting]) == [
                ItemTime(item: "a", candidates: 1, median: 15_000, lower: 15_000, upper: 15_000),
                ItemTime(item: "b", candidates: 1, median: 20_000, lower: 20_000, upper: 20_000),
            ])
    }

    @Test func quartilesAreOrderStatistics() {
        let sittings = [5, 1, 4, 2, 3].map { moments([(0, nil), ($0 * 1000, "a")]) } + [moments([(0, nil)])]
        #expect(
            ItemTime.all(sittings) == [
                ItemTime(item: "a", candidates: 5, median: 3000, lower: 2000, upper: 4000)
            ])
        #expect(ItemTime.all([]).isEmpty)
    }

    /// A clock that was set back by a reboot takes no time away.
    @Test func timeNeverRunsBackwards() {
        let sitting = moments([(0, nil), (9000, "a"), (8000, "b"), (10_000, "b")])
        #expect(ItemTime.all([sitting]).map(\.median) == [9000, 2000])
    }
}

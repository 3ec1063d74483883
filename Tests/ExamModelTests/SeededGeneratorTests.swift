import ExamModel
import Testing

struct SeededGeneratorTests {
    /// Pins the specified generator: these values may never change, or old exams could not be assembled again.
    @Test func isTheSameForEver() throws {
        var generator = SeededGenerator(try #require(Seed(text: "0123456789abcdef")), stream: "golden")
        #expect(
            (0..<4).map { _ in generator.next() } == [
                13_651_938_722_961_928_358, 12_498_194_764_005_411_960, 6_436_064_075_340_723_446,
                4_343_412_967_210_025_285,
            ])
    }

    @Test func drawsEvenly() throws {
        var generator = SeededGenerator(try #require(Seed(text: "7")), stream: "even")
        var counts = [Int](repeating: 0, count: 6)
        for _ in 0..<60_000 { counts[generator.below(6)] += 1 }
        let chiSquare = counts.reduce(0.0) { $0 + Double(($1 - 10_000) * ($1 - 10_000)) / 10_000 }
        #expect(chiSquare < 20.5)  // 0.1 % point of chi-square with 5 degrees of freedom
    }

    @Test func streamsDiffer() throws {
        let seed = try #require(Seed(text: "ff"))
        var first = SeededGenerator(seed, stream: "a")
        var second = SeededGenerator(seed, stream: "b")
        #expect(first.next() != second.next())
    }
}

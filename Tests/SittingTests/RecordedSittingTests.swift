import ExamModel
import ExamTestSupport
import Foundation
import Sitting
import Testing

struct RecordedSittingTests {
    private func open(_ url: URL, at second: Int, boot: String = "first") throws -> RecordedSitting {
        try RecordedSitting(
            journal: AnswerJournal(at: url, header: SittingSample.header), rules: SittingSample.rules,
            form: SittingSample.form, start: SittingSample.start, now: SittingSample.reading(second, boot: boot))
    }

    @Test func goesOnAfterACrashWithTimeRunOn() throws {
        let folder = try TemporaryFolder()
        let url = folder["a.kcj"]
        do {
            let sitting = try open(url, at: 10)
            try sitting.perform(.started, at: SittingSample.reading(10))
            try sitting.perform(.answered("a", ["2"]), at: SittingSample.reading(20))
            #expect(!sitting.isSaved)
            try sitting.save()
            #expect(sitting.isSaved)
            try sitting.perform(.answered("a", ["3"]), at: SittingSample.reading(30))
        }
        let resumed = try open(url, at: 100)
        #expect(resumed.state.answers == [Response(item: "a", options: ["2"])])
        #expect(resumed.time(at: SittingSample.reading(100)) == .seconds(100))
        let rebooted = SittingSample.reading(130, boot: "second")
        #expect(resumed.remaining(at: rebooted) == .seconds(5400 - 130))
    }

    @Test func beatsEveryFifteenSecondsAndEndsWhenTimeIsUp() throws {
        let folder = try TemporaryFolder()
        let sitting = try open(folder["a.kcj"], at: 0)
        try sitting.perform(.started, at: SittingSample.reading(0))
        try sitting.tick(at: SittingSample.reading(14))
        #expect(sitting.state.time == .zero)
        try sitting.tick(at: SittingSample.reading(15))
        #expect(sitting.state.time == .seconds(15))
        try sitting.tick(at: SittingSample.reading(5399))
        #expect(!sitting.state.hasEnded)
        try sitting.tick(at: SittingSample.reading(5400))
        #expect(sitting.state.phase == .ended(.timeUp, at: .minutes(90)))
        try sitting.tick(at: SittingSample.reading(6000))
    }

    /// Random inputs, some of them against the rules: what was saved replays to the live state.
    @Test(arguments: 0..<50)
    func replayIsTheLiveState(seed: Int) throws {
        var generator = SeededGenerator(try #require(Seed(text: String(seed, radix: 16))), stream: "sitting")
        let folder = try TemporaryFolder()
        let url = folder["a.kcj"]
        var second = 0
        let live: SittingState
        do {
            let sitting = try open(url, at: 0)
            try sitting.perform(.started, at: SittingSample.reading(0))
            for _ in 0..<40 {
                second += generator.below(60)
                try? sitting.perform(Self.event(&generator), at: SittingSample.reading(second))
            }
            try sitting.save()
            live = sitting.state
        }
        #expect(try open(url, at: second).state == live, "seed \(seed)")
    }

    private static func event(_ generator: inout SeededGenerator) -> SittingEvent {
        let items: [ItemID] = ["a", "b", "c", "d", "x"]
        let item = items[generator.below(items.count)]
        switch generator.below(8) {
        case 0: return .flagged(item)
        case 1: return .unflagged(item)
        case 2: return .heartbeat
        case 3: return .handedIn
        default:
            let options: [OptionID] = ["1", "2", "3", "T", "F"]
            return .answered(item, options.filter { _ in generator.below(3) == 0 })
        }
    }
}

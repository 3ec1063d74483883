import AtomicFile
import ExamModel
import Testing

struct ScratchBytesTests {
    /// Whatever was put there comes back, in any order, from memory and from the file, while more is put there.
    @Test(arguments: [1, 100, 20_000, 1 << 30])
    func givesBackWhatWasPutThere(memory: Int) throws {
        var generator = SeededGenerator(try #require(Seed(text: "5c")), stream: "\(memory)")
        let scratch = ScratchBytes(memory: memory)
        var kept: [(range: Range<Int>, bytes: [UInt8])] = []
        for number in 0..<1500 {
            let length = number % 50 == 0 ? generator.below(30_000) : generator.below(60)
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ number) }
            let start = bytes.withUnsafeBufferPointer { scratch.append($0) }
            kept.append((start..<(start + length), bytes))
            for _ in 0..<3 {
                let (range, expected) = kept[generator.below(kept.count)]
                #expect(scratch.read(range) { $0.elementsEqual(expected) }, "\(number)")
            }
        }
        for (range, expected) in kept.reversed() { #expect(scratch.read(range) { $0.elementsEqual(expected) }) }
    }
}

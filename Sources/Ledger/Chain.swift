import Dispatch
import ExamModel
import Foundation
import Sealing
import Synchronization

/// Reads the lines of a ledger, and gathers what is wrong with them.
struct Chain {
    private(set) var lines: [LedgerLine] = []
    /// Of each of the lines, as the signers are.
    private(set) var digests: [Digest] = []
    private(set) var signers: [Certificate?] = []
    private(set) var faults: [LedgerFault] = []
    private var previous = Digest.zero
    private var sequence = 0
    private var isPreviousSound = true
    /// What the last line states.
    private(set) var time = Date.distantPast

    /// Without a trust, signatures are checked against the certificates in them, which are not judged.
    init(_ bytes: Data, trusting trust: Trust?) {
        guard !bytes.isEmpty else { return }
        let (places, rest) = bytes.withUnsafeBytes(Self.split)
        let checked = Self.check(bytes, places, trusting: trust)
        for (index, line) in checked.enumerated() { read(line, number: index + 1) }
        if !rest.isEmpty {
            faults.append(
                LedgerFault(
                    .truncated, line: places.count + 1, "最后一行没有写完（可能断过电）。请与监督组核对后删去这半行，重做这一步。",
                    "The last line was not written to its end. Delete it together with supervision, and repeat the stage."
                ))
        }
    }

    /// What the next line must name as its predecessor.
    var head: Digest { previous }

    /// Where the lines stand, without their line feeds, and what stands behind the last line feed.
    private static func split(_ bytes: UnsafeRawBufferPointer) -> (lines: [Range<Int>], rest: Range<Int>) {
        var lines: [Range<Int>] = []
        var start = 0
        while let base = bytes.baseAddress, start < bytes.count,
            let end = memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start)
        {
            lines.append(start..<UnsafeRawPointer(end) - base)
            start = UnsafeRawPointer(end) - base + 1
        }
        return (lines, start..<bytes.count)
    }

    /// Every line by itself, on all cores.
    private static func check(_ bytes: Data, _ places: [Range<Int>], trusting trust: Trust?) -> [CheckedLine] {
        let share = 64
        let signatures = SignatureSeries()
        let checked = Mutex<[Int: [CheckedLine]]>([:])
        let parts = (places.count + share - 1) / share
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            let numbers = part * share..<min((part + 1) * share, places.count)
            let lines = numbers.map { number in
                let place = bytes.startIndex + places[number].lowerBound..<bytes.startIndex + places[number].upperBound
                return CheckedLine(Data(bytes[place]), number: number + 1, signatures: signatures, trust: trust)
            }
            checked.withLock { $0[part] = lines }
        }
        return checked.withLock { found in (0..<parts).flatMap { found[$0] ?? [] } }
    }

    private mutating func read(_ checked: CheckedLine, number: Int) {
        let count = faults.count
        switch checked.line {
        case .success(let line):
            checkPlace(of: line, number: number)
            checkTime(of: line, number: number)
            faults += checked.faults
            sequence = line.sequence
            lines.append(line)
            digests.append(checked.digest)
            signers.append(checked.signer)
        case .failure(let refusal):
            faults.append(LedgerFault(.unreadable, line: number, refusal))
            sequence += 1
        }
        previous = checked.digest
        isPreviousSound = faults.count == count
    }

    /// Whoever holds a key that was revoked since must not write lines of the time before.
    private mutating func checkTime(of line: LedgerLine, number: Int) {
        if line.time < time {
            faults.append(
                LedgerFault(
                    .backdated, line: number,
                    "本行写明的时间 \(line.time.ISO8601Format()) 早于上一行的 \(time.ISO8601Format())：时间被倒签。",
                    "The time \(line.time.ISO8601Format()) is before \(time.ISO8601Format()) of the line before: it was backdated."
                ))
        }
        time = line.time
    }

    private mutating func checkPlace(of line: LedgerLine, number: Int) {
        if line.sequence <= sequence {
            faults.append(
                LedgerFault(
                    .reordered, line: number, "序号 \(line.sequence) 出现在序号 \(sequence) 之后：行的次序被改动过。",
                    "Sequence \(line.sequence) stands after \(sequence): the lines were put in another order."))
        } else if line.sequence > sequence + 1 {
            faults.append(
                LedgerFault(
                    .missing, line: number, "序号从 \(sequence) 跳到 \(line.sequence)：中间的行被删去了。",
                    "The sequence jumps from \(sequence) to \(line.sequence): lines are missing."))
        } else if line.previousSha256 != previous, isPreviousSound {
            faults.append(
                LedgerFault(
                    .exchanged, line: number, "本行记下的上一行散列值与上一行不符：上一行被换过。",
                    "The hash of the line before is not the one noted here: that line was exchanged."))
        }
    }
}

import Dispatch
import ExamModel
import Foundation
import Sealing
import Synchronization

/// Reads the lines of a ledger, and gathers what is wrong with them.
struct Chain {
    private(set) var lines: [LedgerLine] = []
    private(set) var faults: [LedgerFault] = []
    private var previous = Digest.zero
    private var sequence = 0
    private var isPreviousSound = true

    /// Without a trust, signatures are checked against the certificates in them, which are not judged.
    init(_ bytes: Data, trusting trust: Trust?) {
        guard !bytes.isEmpty else { return }
        let (pieces, rest) = Self.split(bytes)
        let checked = Self.check(pieces, by: trust.map(CertificateJudge.init(trusting:)))
        for (index, line) in checked.enumerated() { read(line, number: index + 1) }
        if !rest.isEmpty {
            faults.append(
                LedgerFault(
                    .truncated, line: pieces.count + 1, "最后一行没有写完（可能断过电）。请与监督组核对后删去这半行，重做这一步。",
                    "The last line was not written to its end. Delete it together with supervision, and repeat the stage."
                ))
        }
    }

    /// What the next line must name as its predecessor.
    var head: Digest { previous }

    /// The lines, without their line feeds, and what stands behind the last line feed.
    private static func split(_ bytes: Data) -> (lines: [Data], rest: Data) {
        var lines: [Data] = []
        var rest = bytes
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            lines.append(rest[rest.startIndex..<end])
            rest = rest[(end + 1)...]
        }
        return (lines, rest)
    }

    /// Every line by itself, on all cores.
    private static func check(_ pieces: [Data], by judge: CertificateJudge?) -> [CheckedLine] {
        let share = 64
        let signatures = SignatureSeries()
        let checked = Mutex<[Int: [CheckedLine]]>([:])
        let parts = (pieces.count + share - 1) / share
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            let numbers = part * share..<min((part + 1) * share, pieces.count)
            let lines = numbers.map { number in
                CheckedLine(Data(pieces[number]), number: number + 1, signatures: signatures, judge: judge)
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
            faults += checked.faults
            sequence = line.sequence
            lines.append(line)
        case .failure(let refusal):
            faults.append(LedgerFault(.unreadable, line: number, refusal))
            sequence += 1
        }
        previous = checked.digest
        isPreviousSound = faults.count == count
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

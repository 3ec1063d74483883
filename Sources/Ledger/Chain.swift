import CanonicalJSON
import ExamModel
import Foundation
import Sealing

/// Reads the lines of a ledger one after the other, and gathers what is wrong with them.
struct Chain {
    private(set) var lines: [LedgerLine] = []
    private(set) var faults: [LedgerFault] = []
    private let trust: Trust?
    private var previous = Digest.zero
    private var sequence = 0
    private var isPreviousSound = true

    /// Without trust, signatures are checked against the certificates in them, which are not judged.
    init(_ bytes: Data, trusting trust: Trust?) {
        self.trust = trust
        guard !bytes.isEmpty else { return }
        let pieces = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, piece) in pieces.dropLast().enumerated() { read(Data(piece), number: index + 1) }
        if let rest = pieces.last, !rest.isEmpty {
            faults.append(
                LedgerFault(
                    .truncated, line: pieces.count, "最后一行没有写完（可能断过电）。请与监督组核对后删去这半行，重做这一步。",
                    "The last line was not written to its end. Delete it together with supervision, and repeat the stage."
                ))
        }
    }

    /// What the next line must name as its predecessor.
    var head: Digest { previous }

    private mutating func read(_ bytes: Data, number: Int) {
        let count = faults.count
        do throws(Refusal) {
            let line = try CanonicalJSON.decode(LedgerLine.self, from: bytes)
            guard line.version == LedgerLine.version else { throw Self.otherVersion(line.version) }
            checkPlace(of: line, number: number)
            checkSignature(of: line, number: number)
            checkRole(of: line, number: number)
            sequence = line.sequence
            lines.append(line)
        } catch {
            faults.append(LedgerFault(.unreadable, line: number, error))
            sequence += 1
        }
        previous = Digest(of: bytes)
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

    private mutating func checkSignature(of line: LedgerLine, number: Int) {
        do throws(Refusal) {
            let (signature, bytes) = (line.signature ?? Data(), try line.signedBytes())
            let signer = try Signature.unjudgedSigner(of: signature, over: bytes)
            if let trust { judge(signer, of: line, number: number, trusting: trust) }
        } catch {
            faults.append(LedgerFault(.edited, line: number, error))
        }
    }

    private mutating func checkRole(of line: LedgerLine, number: Int) {
        guard !line.action.actors.contains(line.actor) else { return }
        faults.append(
            LedgerFault(
                .role, line: number, "\(line.actor.name.chinese)无权执行 \(line.action)。",
                "The \(line.actor.name.english) may not do \(line.action)."))
    }

    private mutating func judge(
        _ signer: Certificate, of line: LedgerLine, number: Int, trusting trust: Trust
    ) {
        do throws(Refusal) {
            try signer.verify(trusting: trust, as: line.actor, at: line.time)
        } catch {
            faults.append(LedgerFault(.signer, line: number, error))
        }
    }

    private static func otherVersion(_ version: Int) -> Refusal {
        Refusal(
            .notReadable, "账本格式版本 \(version) 比本软件新，请升级软件。",
            "Version \(version) of the ledger's format is newer than this software; update it.")
    }
}

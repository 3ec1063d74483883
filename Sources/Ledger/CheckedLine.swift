import ExamModel
import Foundation
import Sealing

/// What can be said of one line by itself: whether it can be read, and whether its signature holds. Lines are checked in
/// any order, on all cores; ``Chain`` looks at their order then.
struct CheckedLine: Sendable {
    let digest: Digest
    let line: Result<LedgerLine, Refusal>
    /// Nil when the signature does not hold.
    let signer: Certificate?
    /// Of the signature and the signer's role.
    let faults: [LedgerFault]

    /// - Parameters:
    ///   - signatures: knows the signers of other lines.
    ///   - trust: judges signers; without one, signatures are checked against the certificates in them, which
    ///     are not judged.
    init(_ bytes: Data, number: Int, signatures: SignatureSeries, trust: Trust?) {
        digest = Digest(of: bytes)
        let (line, signed): (LedgerLine, Data)
        do throws(Refusal) {
            (line, signed) = try LedgerLine.read(bytes)
        } catch {
            self.line = .failure(error)
            signer = nil
            faults = []
            return
        }
        self.line = .success(line)
        var faults: [LedgerFault] = []
        var holder: Certificate?
        do throws(Refusal) {
            let signer = try signatures.signer(of: line.signature ?? Data(), over: signed)
            holder = signer
            do throws(Refusal) {
                if let trust { try signer.verify(trusting: trust, as: line.actor, at: line.time) }
            } catch {
                faults.append(LedgerFault(.signer, line: number, error))
            }
        } catch {
            faults.append(LedgerFault(.edited, line: number, error))
        }
        if !line.action.actors.contains(line.actor) {
            faults.append(
                LedgerFault(
                    .role, line: number, "\(line.actor.name.chinese)无权执行 \(line.action)。",
                    "The \(line.actor.name.english) may not do \(line.action)."))
        }
        signer = holder
        self.faults = faults
    }
}

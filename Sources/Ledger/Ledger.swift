import AtomicFile
package import ExamModel
package import Foundation
package import Sealing

/// The exam's account of its stages (账本): an append-only file of lines, each signed by its actor and chained to the
/// line before by its hash. Whatever is edited, exchanged, taken out or put elsewhere shows; only lines cut off from
/// the end do not, which is why supervision keeps the head's hash after every stage.
package struct Ledger: Sendable {
    /// The file's name in an exam's folder.
    package static let fileName = "ledger.jsonl"
    private static let byteLimit = 1 << 30

    package let url: URL

    package init(at url: URL) {
        self.url = url
    }

    /// Writes `entry` as the last line, signed, and flushes it to the disk. The first append makes the file.
    /// Processes wait for one another. No line is older than the one before: where a clock was put back meanwhile, the line
    /// has the time of that one.
    ///
    /// Refuses when the ledger has a fault, when the signer's role may not do this, and FILE_UNWRITABLE.
    package func append(_ entry: LedgerEntry, signedBy signer: Credential) throws(Refusal) {
        try append([entry], signedBy: signer)
    }

    /// The same for several lines, which are flushed together.
    package func append(_ entries: [LedgerEntry], signedBy signer: Credential) throws(Refusal) {
        let file = try LockedFile(url)
        let chain = try chain(trusting: nil)
        guard chain.faults.isEmpty else {
            throw Refusal(chain.faults.map { $0.finding(in: url.lastPathComponent) })
        }
        var (bytes, sequence, head, time) = (Data(), chain.lines.count, chain.head, chain.time)
        for entry in entries {
            try refuseRole(of: signer, for: entry.action)
            sequence += 1
            time = max(time, entry.time)
            let line = LedgerLine(entry.at(time), by: signer.purpose, sequence: sequence, after: head)
            let signed = try line.signed(by: signer).bytes()
            head = Digest(of: signed)
            bytes += signed + [UInt8(ascii: "\n")]
        }
        try file.append(bytes)
    }

    private func refuseRole(of signer: Credential, for action: LedgerAction) throws(Refusal) {
        guard action.actors.contains(signer.purpose) else {
            throw Refusal(
                .ledgerRole, at: Place(file: url.lastPathComponent),
                "\(signer.purpose.name.chinese)无权执行 \(action)，请换用有权角色的证书。",
                "The \(signer.purpose.name.english) may not do \(action); use the certificate of a role that may.")
        }
    }

    /// The whole ledger, read once.
    package func read(trusting trust: Trust) throws(Refusal) -> LedgerReading {
        LedgerReading(try chain(trusting: trust))
    }

    /// Everything that is wrong, in the order of the lines; nothing when the ledger is sound, or not there yet.
    package func verify(trusting trust: Trust) throws(Refusal) -> [LedgerFault] {
        try chain(trusting: trust).faults
    }

    /// The lines that can be read, sound or not.
    package func lines() throws(Refusal) -> [LedgerLine] {
        try chain(trusting: nil).lines
    }

    /// The hash that the next line will name: supervision notes it, to know the ledger again.
    package func head() throws(Refusal) -> Digest {
        try chain(trusting: nil).head
    }

    private func chain(trusting trust: Trust?) throws(Refusal) -> Chain {
        do throws(Refusal) {
            return Chain(try AtomicFile.read(url, limit: Self.byteLimit), trusting: trust)
        } catch {
            guard error.has(.fileMissing) else { throw error }
            return Chain(Data(), trusting: trust)
        }
    }
}

extension FindingCode {
    package static let ledgerRole = FindingCode(rawValue: LedgerFault.Kind.role.rawValue)
}

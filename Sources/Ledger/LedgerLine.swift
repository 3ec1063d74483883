import CanonicalJSON
package import ExamModel
package import Foundation
package import Sealing

/// One line of a ledger (version 1).
///
/// The line is canonical JSON: UTF-8, keys sorted by their bytes, no blanks, no escaped slashes, times in RFC 3339 and
/// UTC. The signature is a detached CMS signature in DER, written in base64, over the same JSON without the member
/// `signature`. The next line's `previousSha256` is the hash of the whole line without its line feed.
package struct LedgerLine: Hashable, Sendable, Codable {
    package static let version = 1

    package let version: Int
    /// Counts from 1, as the lines of the file do.
    package let sequence: Int
    package let time: Date
    package let actor: Purpose
    package let action: LedgerAction
    package let inputs: [LedgerArtifact]
    package let outputs: [LedgerArtifact]
    package let note: [String: String]
    /// ``Digest/zero`` in the first line.
    package let previousSha256: Digest
    package private(set) var signature: Data?

    init(_ entry: LedgerEntry, by actor: Purpose, sequence: Int, after previous: Digest, signature: Data? = nil) {
        version = Self.version
        self.sequence = sequence
        time = entry.time
        self.actor = actor
        action = entry.action
        inputs = entry.inputs
        outputs = entry.outputs
        note = entry.note
        previousSha256 = previous
        self.signature = signature
    }

    /// A line as it stands in a file, without its line feed, and what its signature stands for. Refuses what is not
    /// canonical, and lines of other versions.
    static func read(_ bytes: Data) throws(Refusal) -> (line: LedgerLine, signed: Data) {
        if let scanned = bytes.withUnsafeBytes(LineScanner.scan) { return scanned }
        let line = try CanonicalJSON.decode(LedgerLine.self, from: bytes)
        guard line.version == version else {
            throw Refusal(
                .notReadable, "账本格式版本 \(line.version) 比本软件新，请升级软件。",
                "Version \(line.version) of the ledger's format is newer than this software; update it.")
        }
        return (line, try line.signedBytes())
    }

    func signed(by signer: Credential) throws(Refusal) -> LedgerLine {
        var line = self
        line.signature = try Signature.sign(signedBytes(), by: signer, at: time)
        return line
    }

    /// What the signature stands for.
    package func signedBytes() throws(Refusal) -> Data {
        var line = self
        line.signature = nil
        return try CanonicalJSON.encode(line)
    }

    /// The line as it stands in the file, without its line feed.
    package func bytes() throws(Refusal) -> Data {
        try CanonicalJSON.encode(self)
    }
}

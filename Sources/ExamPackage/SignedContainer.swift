import AtomicFile
import ExamModel
import Foundation
import Sealing
import ZipFile

/// A zip archive around one document that office and supervision sign: the common build of papers and releases.
///
/// The archive is exactly what ``ZipArchive`` writes for its entries, in this order: the document, the signatures of
/// office and supervision, then the parts sorted by name. So no byte of the container is free.
struct SignedContainer {
    /// The file's name, for refusals.
    let file: String
    let document: Data
    let parts: [String: Data]
    private let signatures: [Purpose: Data]
    private let documentName: String

    /// Papers with pictures are far below this, in bytes.
    static let limits = ZipArchive.Limits(
        archiveBytes: 256 << 20, entries: 256, entryBytes: 256 << 20, totalBytes: 256 << 20)

    /// Signs `document`.
    init(
        _ document: Data, named name: String, parts: [String: Data] = [:], office: Credential, supervision: Credential,
        at date: Date, file: String
    ) throws(Refusal) {
        self.file = file
        self.document = document
        self.parts = parts
        documentName = name
        signatures = [
            .office: try Signature.sign(document, by: office, at: date),
            .supervision: try Signature.sign(document, by: supervision, at: date),
        ]
    }

    /// Reads an archive; refuses what our writer would not have made. Says nothing yet about signatures.
    init(_ data: Data, named name: String, file: String) throws(Refusal) {
        self.file = file
        documentName = name
        var entries: [String: Data] = [:]
        for entry in try ZipArchive.read(data, file: file, limits: Self.limits).entries {
            entries[entry.name] = entry.data
        }
        guard let document = entries.removeValue(forKey: name) else { throw .partMissing(name, of: file) }
        self.document = document
        var signatures: [Purpose: Data] = [:]
        for signer in PartName.signers {
            let part = PartName.signature(of: signer)
            guard let signature = entries.removeValue(forKey: part) else { throw .partMissing(part, of: file) }
            signatures[signer] = signature
        }
        self.signatures = signatures
        parts = entries
        guard try bytes() == data else { throw .notExact(file) }
    }

    func bytes() throws(Refusal) -> Data {
        var entries = [(name: documentName, data: document)]
        for signer in PartName.signers {
            entries.append((PartName.signature(of: signer), signatures[signer] ?? Data()))
        }
        for (name, data) in parts.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            entries.append((name, data))
        }
        return try ZipArchive.data(of: entries, file: file)
    }

    /// The certificates of office and supervision, whose signatures hold and which `authority` issued.
    func signers(trusting trust: Trust, at date: Date) throws(Refusal) -> [Purpose: Certificate] {
        var signers: [Purpose: Certificate] = [:]
        for signer in PartName.signers {
            do throws(Refusal) {
                signers[signer] = try Signature.verify(
                    signatures[signer] ?? Data(), over: document, trusting: trust, signedBy: signer, at: date)
            } catch {
                throw error.inPart(PartName.signature(of: signer), of: file)
            }
        }
        return signers
    }
}

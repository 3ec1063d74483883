import AtomicFile
import ExamModel
import Foundation
import Sealing
import ZipFile

/// A zip archive around one document that some roles sign: the common build of papers, releases and answers.
///
/// The archive is exactly what ``ZipArchive`` writes for its entries, in this order: the document, the signatures in the
/// order of ``Purpose``, then the parts sorted by name. So no byte of the container is free.
struct SignedContainer {
    /// The file's name, for refusals.
    let file: String
    let document: Data
    let parts: [String: Data]
    private let signatures: [Purpose: Data]
    private let documentName: String

    /// Papers with pictures and a form for each of 2,000 candidates are below this, in bytes.
    static let limits = ZipArchive.Limits(
        archiveBytes: 512 << 20, entries: 4_096, entryBytes: 256 << 20, totalBytes: 512 << 20)

    /// Signs `document`.
    init(
        _ document: Data, named name: String, parts: [String: Data] = [:], signedBy signers: [Credential],
        at date: Date, file: String
    ) throws(Refusal) {
        self.file = file
        self.document = document
        self.parts = parts
        documentName = name
        var signatures: [Purpose: Data] = [:]
        for signer in signers { signatures[signer.purpose] = try Signature.sign(document, by: signer, at: date) }
        self.signatures = signatures
    }

    /// Of signatures that were made elsewhere.
    init(_ document: Data, named name: String, signatures: [Purpose: Data]) {
        file = name
        self.document = document
        parts = [:]
        documentName = name
        self.signatures = signatures
    }

    /// Reads an archive; refuses what our writer would not have made for `signers`. Says nothing yet about signatures.
    init(_ data: Data, named name: String, signers: [Purpose], file: String) throws(Refusal) {
        self.file = file
        documentName = name
        var entries: [String: Data] = [:]
        for entry in try ZipArchive.read(data, file: file, limits: Self.limits).entries {
            entries[entry.name] = entry.data
        }
        guard let document = entries.removeValue(forKey: name) else { throw .partMissing(name, of: file) }
        self.document = document
        var signatures: [Purpose: Data] = [:]
        for signer in signers {
            let part = PartName.signature(of: signer)
            guard let signature = entries.removeValue(forKey: part) else { throw .partMissing(part, of: file) }
            signatures[signer] = signature
        }
        self.signatures = signatures
        parts = entries
        guard try bytes() == data else { throw .notExact(file) }
    }

    func signature(of signer: Purpose) throws(Refusal) -> Data {
        guard let signature = signatures[signer] else {
            throw .partMissing(PartName.signature(of: signer), of: file)
        }
        return signature
    }

    func bytes() throws(Refusal) -> Data {
        var entries = [(name: documentName, data: document)]
        for signer in Purpose.allCases {
            if let signature = signatures[signer] { entries.append((PartName.signature(of: signer), signature)) }
        }
        for (name, data) in parts.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            entries.append((name, data))
        }
        return try ZipArchive.data(of: entries, file: file)
    }

    /// The signers' certificates, whose signatures hold and which the authority issued.
    func signers(trusting trust: Trust, at date: Date) throws(Refusal) -> [Purpose: Certificate] {
        var signers: [Purpose: Certificate] = [:]
        for (signer, signature) in signatures {
            do throws(Refusal) {
                signers[signer] = try Signature.verify(
                    signature, over: document, trusting: trust, signedBy: signer, at: date)
            } catch {
                throw error.inPart(PartName.signature(of: signer), of: file)
            }
        }
        return signers
    }
}

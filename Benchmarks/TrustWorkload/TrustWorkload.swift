import ExamModel
import Foundation
import Ledger
import Sealing

/// What `Benchmarks/trust.py` measures: a ledger and receipts of any size, made and verified by the product's rooms.
@main
struct TrustWorkload {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let command = arguments.first, let folder = arguments.dropFirst().first else { return usage() }
        let url = URL(filePath: folder, directoryHint: .isDirectory)
        let count = arguments.dropFirst(2).first.flatMap { Int($0) } ?? 0
        switch command {
        case "make-ledger": try makeLedger(of: count, in: url)
        case "verify-ledger": try verifyLedger(in: url)
        case "receipts": receipts(count)
        case "make-keys": _ = try makeKeys(in: url)
        case "seal": try seal(in: url)
        case "open": try open(in: url)
        default: usage()
        }
    }

    private static func usage() {
        print(
            "TrustWorkload make-ledger FOLDER LINES | verify-ledger FOLDER | receipts - COUNT | make-keys FOLDER | seal FOLDER | open FOLDER"
        )
    }

    private static var now: Date { Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded(.down)) }

    /// `authority.pem`, and `office.pem` with its key, which anybody may open: it protects nothing.
    private static func makeKeys(in folder: URL) throws -> Credential {
        let validity = Validity(from: now.addingTimeInterval(-60), until: now.addingTimeInterval(86_400))
        let authority = try CertificateAuthority.make(exam: "bench", title: "bench", validity: validity)
        let office = try authority.issue(Holder(.office), exam: "bench", title: "bench", validity: validity)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try authority.credential.certificate.pem().write(to: folder.appending(path: "authority.pem"))
        try office.certificate.pem().write(to: folder.appending(path: "office.pem"))
        try office.privateKey.pem(under: passphrase()).write(to: folder.appending(path: "office.key"))
        return office
    }

    private static func passphrase() throws -> Passphrase {
        try Passphrase(SecretBytes(copying: Data("benchmark-passphrase".utf8)))
    }

    /// Encrypts `content` to the office, as `content.cms`.
    private static func seal(in folder: URL) throws {
        let office = try Certificate(contentsOf: folder.appending(path: "office.pem"))
        let content = try Data(contentsOf: folder.appending(path: "content"), options: .alwaysMapped)
        try Envelope.encrypt(content, to: office).write(to: folder.appending(path: "content.cms"))
    }

    /// Opens `content.cms` again, with a key that has no passphrase: `office.plain`.
    private static func open(in folder: URL) throws {
        let pem = try SecretBytes(contentsOf: folder.appending(path: "office.plain"), limit: 1 << 16)
        let office = try Credential(
            certificate: Certificate(contentsOf: folder.appending(path: "office.pem")), privateKey: PrivateKey(pem: pem)
        )
        let envelope = try Data(contentsOf: folder.appending(path: "content.cms"), options: .alwaysMapped)
        try Envelope.decrypt(envelope, with: office).write(to: folder.appending(path: "content.opened"))
    }

    private static func makeLedger(of count: Int, in folder: URL) throws {
        let (office, now) = (try makeKeys(in: folder), now)
        let entries = (0..<count).map { number in
            LedgerEntry(
                time: now, action: .bankImport,
                inputs: [LedgerArtifact(name: "bank/\(number).csv", sha256: Digest(of: Data("\(number)".utf8)))],
                outputs: [LedgerArtifact(name: "bank.sqlite", sha256: .zero)], note: ["items": "\(number)"])
        }
        try Ledger(at: folder.appending(path: Ledger.fileName)).append(entries, signedBy: office)
    }

    private static func verifyLedger(in folder: URL) throws {
        let authority = try Certificate(contentsOf: folder.appending(path: "authority.pem"))
        let reading = try Ledger(at: folder.appending(path: Ledger.fileName)).read(trusting: Trust(authority))
        print("\(reading.lines.count) lines, \(reading.faults.count) faults, head \(reading.head)")
    }

    /// Makes a tree and proves every entry in it.
    private static func receipts(_ count: Int) {
        let entries = (0..<count).map { Digest(of: Data("sheet \($0)".utf8)) }
        let tree = MerkleTree(entries)
        let proven = entries.indices.count { tree.proof(of: $0)?.root(from: entries[$0]) == tree.root }
        print("\(proven) of \(count) receipts proven, root \(tree.root)")
    }
}

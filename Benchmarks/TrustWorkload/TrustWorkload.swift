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
        default: usage()
        }
    }

    private static func usage() {
        print("TrustWorkload make-ledger FOLDER LINES | verify-ledger FOLDER | receipts - COUNT")
    }

    private static func makeLedger(of count: Int, in folder: URL) throws {
        let now = Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded(.down))
        let validity = Validity(from: now.addingTimeInterval(-60), until: now.addingTimeInterval(86_400))
        let authority = try CertificateAuthority.make(exam: "bench", title: "bench", validity: validity)
        let office = try authority.issue(Holder(.office), exam: "bench", title: "bench", validity: validity)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try authority.credential.certificate.pem().write(to: folder.appending(path: "authority.pem"))
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

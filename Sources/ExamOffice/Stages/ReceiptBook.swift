import AtomicFile
import ExamModel
import ExamPackage
import Foundation
import Ledger
import Sealing

/// The receipts of all collected answers, in the order of their collection: what the Merkle root in the ledger stands
/// over. Anybody can make it from the answer files; nothing in them has to be opened.
struct ReceiptBook {
    struct Entry {
        /// The answer file, as the ledger names it.
        let file: String
        let digest: Digest
    }

    private(set) var entries: [Entry] = []
    /// Files that have no receipts to show: not signed by the site, damaged, or of the first version.
    private(set) var findings: [Finding] = []

    /// Adds what an answer file shows of itself.
    mutating func add(_ receipts: Result<[Digest], Refusal>, named name: String) {
        switch receipts {
        case .success(let receipts):
            entries += receipts.map { Entry(file: name, digest: $0) }
        case .failure(let refusal):
            findings += refusal.findings.map { finding in
                Finding(.warning, finding.code, at: finding.place, finding.message)
            }
        }
    }

    var tree: MerkleTree { MerkleTree(entries.map(\.digest)) }

    /// What the ledger notes of the receipts when answers are collected.
    var notes: [String: String] {
        [Self.count: "\(entries.count)", Self.root: tree.root.description]
    }

    /// How many there are, and their root, as `answers.collect` notes them.
    static let count = "receipts"
    static let root = "receiptsRoot"
}

extension Office {
    /// The receipts of all answers that the ledger says were collected, and of those that were collected just now.
    func receiptBook(_ account: Account, and fresh: [URL] = []) throws(Refusal) -> ReceiptBook {
        let package = try sealedPaper()
        var book = ReceiptBook()
        let earlier = account.answers
        let names = earlier + fresh.map(folder.name(of:)).filter { !earlier.contains($0) }
        let files = names.concurrentMap { name in
            Result { () throws(Refusal) in try answers(in: folder.url.appending(path: name), of: package).receipts }
        }
        for (name, receipts) in zip(names, files) {
            if case .failure(let refusal) = receipts, refusal.has(.fileMissing) { throw refusal }
            book.add(receipts, named: name)
        }
        return book
    }
}

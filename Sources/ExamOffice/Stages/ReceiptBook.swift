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
    mutating func add(_ data: Data, named name: String, trusting trust: Trust, of paper: PaperReference) {
        do throws(Refusal) {
            let answers = try AnswerPackage.read(data, named: name, trusting: trust, of: paper)
            entries += answers.receipts.map { Entry(file: name, digest: $0) }
        } catch {
            findings += error.findings.map { finding in
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
        let earlier = account.outputsInOrder(of: .answersCollect)
        let names = earlier + fresh.map(folder.name(of:)).filter { !earlier.contains($0) }
        for name in names {
            let data = try AtomicFile.read(folder.url.appending(path: name), limit: Self.answerFileLimit)
            book.add(data, named: name, trusting: package.trust, of: package.reference)
        }
        return book
    }
}

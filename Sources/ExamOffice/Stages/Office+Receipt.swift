import ExamModel
import ExamPackage
import ExamSettings
import Ledger
import Sealing

extension Office {
    /// That a sheet is among those collected: its place in the tree whose root stands in the ledger, and the path there.
    /// The document of `receipt check --json`; it tells nothing of anybody else.
    struct ReceiptProof: Encodable {
        let receipt: String
        /// SHA-256 of the sheet's canonical JSON.
        let sheetSha256: Digest
        /// The answer file that holds it.
        let file: String
        /// Where the sheet stands, and the siblings up to the root (RFC 6962, 2.1.1).
        let proof: InclusionProof
        let root: Digest
        /// The line of the ledger that names the root, counted from 1, and the time it bears.
        let line: Int
    }

    /// Looks a receipt up (`receipt check`). Refuses codes that are none, and RECEIPT_UNKNOWN.
    func checkReceipt(_ text: String) throws(Refusal) -> ReceiptProof {
        guard let receipt = Receipt(typed: text) else {
            throw Refusal(
                .badValue, "回执码是 12 个字母或数字，如 K3M9-QWXZ-7P2R，这里是“\(text)”",
                "a receipt has 12 letters or digits, such as K3M9-QWXZ-7P2R; this is “\(text)”")
        }
        let account = try account()
        let book = try receiptBook(account)
        let tree = book.tree
        guard let line = account.line(of: .answersCollect),
            let index = book.entries.firstIndex(where: { Receipt(of: $0.digest) == receipt }),
            let proof = tree.proof(of: index)
        else {
            throw Refusal(
                .receiptUnknown, "收到的答卷中没有这个回执码，请核对抄写；确实无误的，请向监督组提出",
                "no collected sheet has this receipt; check how it was copied, then turn to supervision")
        }
        guard account.note(ReceiptBook.root, of: .answersCollect) == tree.root.description,
            proof.root(from: book.entries[index].digest) == tree.root
        else {
            throw Refusal(
                .receiptRoot, "答卷文件算出的回执根与账本第 \(line) 行记录的不一致：答卷被改动过",
                "the answers do not make the root that line \(line) of the ledger names: they were changed")
        }
        let found = ReceiptProof(
            receipt: receipt.description, sheetSha256: book.entries[index].digest, file: book.entries[index].file,
            proof: proof, root: tree.root, line: line)
        say(found)
        return found
    }

    private func say(_ found: ReceiptProof) {
        console.say(
            "回执 \(found.receipt) 对应 \(found.file) 中的答卷，SHA-256 \(found.sheetSha256)",
            "receipt \(found.receipt): the sheet in \(found.file), SHA-256 \(found.sheetSha256)")
        console.say(
            "它是 \(found.proof.size) 份答卷中的第 \(found.proof.index + 1) 份；由它和下列 \(found.proof.path.count) 个散列值算出账本第 \(found.line) 行的根：",
            "it is number \(found.proof.index + 1) of \(found.proof.size); with these \(found.proof.path.count) hashes it "
                + "makes the root in line \(found.line) of the ledger:")
        for sibling in found.proof.path { console.say("  \(sibling)", "  \(sibling)") }
        console.say("根 \(found.root)：相符", "root \(found.root): it is the same")
    }
}

extension FindingCode {
    static let receiptUnknown: FindingCode = "RECEIPT_UNKNOWN"
    static let receiptRoot: FindingCode = "RECEIPT_ROOT"
}

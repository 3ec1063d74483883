import ExamModel
import ExamPackage
import Foundation
import Grading
import Sealing

/// An answer file as far as it opens.
struct OpenedAnswers: Sendable {
    /// As the ledger names it.
    let file: String
    /// The site; nil when the file cannot be read, and in the first version of the format.
    let signer: Certificate?
    /// The hashes of its sheets, which everybody can read.
    let receipts: Result<[Digest], Refusal>
    /// What is inside, which opens with grading's key.
    let sheets: Result<[ReceivedSheet], Refusal>

    /// A file that cannot be opened is an exception of its own, never left out.
    var received: [ReceivedSheet] {
        switch sheets {
        case .success(let sheets): sheets
        case .failure(let refusal): [ReceivedSheet(source: file, content: .failure(refusal))]
        }
    }
}

extension Office {
    func open(_ file: URL, of package: PaperPackage, _ stray: WrongSite) -> OpenedAnswers {
        let name = folder.name(of: file)
        do throws(Refusal) {
            let answers = try answers(in: file, of: package)
            let opened = Result { () throws(Refusal) in try sheets(of: answers, in: file, of: package) }
            return OpenedAnswers(
                file: name, signer: answers.signer, receipts: .success(answers.receipts),
                sheets: opened.map { sheets in
                    sheets.enumerated().map { index, sheet in
                        let source = sheets.count == 1 ? name : "\(name)#\(index + 1)"
                        let refusal = stray.refusal(of: sheet, signedBy: answers.signer)
                        return ReceivedSheet(source: source, content: refusal.map { .failure($0) } ?? .success(sheet))
                    }
                })
        } catch {
            return OpenedAnswers(file: name, signer: nil, receipts: .failure(error), sheets: .failure(error))
        }
    }
}

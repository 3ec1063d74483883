import AtomicFile
import CanonicalJSON
import ExamModel
import Foundation
import Ledger
import Sealing

extension Audit {
    /// Every statement signed with SM2 says what ledger and paper were, by the role that the line names.
    func national() throws(Refusal) -> Bilingual {
        var count = 0
        for line in reading.lines where line.action == .countersign {
            guard let name = line.outputs.first?.name, name.hasSuffix(ExamFolder.statementSuffix) else {
                throw Self.mismatch(
                    Ledger.fileName, line: line.sequence, "这一行没有写下副署", "this line names no statement")
            }
            let file = folder.url.appending(path: name)
            let data = try AtomicFile.read(file, limit: 1 << 16)
            let statement = try CanonicalJSON.decode(NationalStatement.self, from: data, at: Place(file: name))
            try verify(data, statement, signedIn: folder.nationalSignature(of: file), line)
            guard try statement == expected(statement, line) else {
                throw Self.mismatch(name, "副署的账本或试卷不是这一场的", "the statement is of another ledger or paper")
            }
            count += 1
        }
        return Bilingual("\(count) 份 SM2 副署有效，与账本、试卷相符", "\(count) statements signed with SM2 hold")
    }

    private func verify(
        _ data: Data, _ statement: NationalStatement, signedIn signature: URL, _ line: LedgerLine
    ) throws(Refusal) {
        let certificate = try office.keys.certificate(of: .national(line.actor))
        try certificate.verify(trusting: trust, as: line.actor, at: statement.created)
        try NationalSignature.verify(
            AtomicFile.read(signature, limit: 1 << 10), over: data, by: certificate)
    }

    /// What the statement should say. The paper that was sealed before an earlier statement may be gone.
    private func expected(_ statement: NationalStatement, _ line: LedgerLine) throws(Refusal) -> NationalStatement {
        let seal = reading.lines.last { $0.action == .paperSeal }
        let isOfLastPaper = seal.map { $0.sequence < line.sequence } ?? false
        return NationalStatement(
            format: NationalStatement.format, version: NationalStatement.version,
            algorithms: NationalSignature.algorithms, exam: try folder.readExam().id, actor: line.actor,
            created: statement.created, lines: line.sequence - 1,
            ledgerSm3: try NationalChain.head(of: reading.lines.prefix(line.sequence - 1)),
            paperSm3: isOfLastPaper ? try office.paperSm3() : statement.paperSm3)
    }
}

import ExamModel
import Foundation
import Ledger
import Sealing

/// A decision of the judges with who has signed it. It holds when grading and supervision both have.
struct AdjudicationRecord {
    static let roles: Set<Purpose> = [.grading, .supervision]

    let number: Int
    /// As the ledger names it.
    let file: String
    let decision: Adjudication
    let approvals: Set<Purpose>

    var isInForce: Bool { approvals.isSuperset(of: Self.roles) }

    /// Who has to sign still.
    var missing: Bilingual {
        let roles = Self.roles.subtracting(approvals).map(\.name).sorted { $0.english < $1.english }
        return Bilingual(
            roles.map(\.chinese).joined(separator: "、"), roles.map(\.english).joined(separator: " and the "))
    }

    /// Whether one of `ties` is the very tie that was decided.
    func meets(_ ties: [OpenTie]) -> Bool {
        ties.contains { tie in
            tie.matter == decision.matter && tie.tied == decision.tied && tie.open == decision.chosen.count
        }
    }
}

extension AdjudicationRecord: Encodable {
    private enum CodingKeys: String, CodingKey {
        case number, decision, approvals, inForce
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(number, forKey: .number)
        try container.encode(decision, forKey: .decision)
        try container.encode(approvals.map(\.rawValue).sorted(), forKey: .approvals)
        try container.encode(isInForce, forKey: .inForce)
    }
}

extension Office {
    /// Every decision that the ledger knows, in the order of their numbers, each refused when its file was changed.
    func adjudicationRecords(_ account: Account) throws(Refusal) -> [AdjudicationRecord] {
        var records: [AdjudicationRecord] = []
        for name in account.outputsInOrder(of: .adjudicate) {
            let file = folder.url.appending(path: name)
            guard let number = Int(file.deletingPathExtension().lastPathComponent) else { continue }
            let decision = try result(Adjudication.self, at: file, madeBy: "rank adjudicate")
            records.append(
                AdjudicationRecord(
                    number: number, file: name, decision: decision,
                    approvals: account.signatures(of: name, in: .adjudicate)))
        }
        return records.sorted { $0.number < $1.number }
    }

    /// The judges' decisions that hold, and their files.
    func adjudications() throws(Refusal) -> [Adjudication] {
        try adjudicationsInForce().map(\.decision)
    }

    func adjudicationFiles() throws(Refusal) -> [URL] {
        try adjudicationsInForce().map { folder.url.appending(path: $0.file) }
    }

    private func adjudicationsInForce() throws(Refusal) -> [AdjudicationRecord] {
        try adjudicationRecords(try account()).filter(\.isInForce)
    }
}

extension ExamFolder {
    func adjudication(_ number: Int) -> URL { url.appending(path: "standings/adjudications/\(number).json") }
}

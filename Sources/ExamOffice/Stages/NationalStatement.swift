import ExamModel
import Foundation
import Sealing

/// What a role signs with SM2 beside the standard signatures (国密副署): the ledger up to a line, and the sealed paper.
struct NationalStatement: Codable, Equatable {
    static let format = "kaochang-national"
    static let version = 1

    let format: String
    let version: Int
    let algorithms: NationalAlgorithms
    let exam: ExamID
    let actor: Purpose
    let created: Date
    /// How many lines of the ledger the hash covers.
    let lines: Int
    /// ``NationalChain`` over them.
    let ledgerSm3: Digest
    /// SM3 of the sealed paper's `manifest.json`; nil before the seal.
    let paperSm3: Digest?
}

extension ExamFolder {
    static let statementSuffix = ".json"

    /// The statement that the ledger's line of this number took in.
    func statement(_ line: Int, by role: Purpose) -> URL {
        url.appending(path: "national/\(line)-\(role.rawValue)\(Self.statementSuffix)")
    }

    func nationalSignature(of statement: URL) -> URL {
        statement.deletingPathExtension().appendingPathExtension("sig")
    }
}

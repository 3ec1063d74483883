import ExamModel
import Foundation
import Sealing

/// A draw that nobody steers (抽签定种): office and supervision each choose a secret and publish its hash before the bank
/// is frozen; the seed of the assembly is the hash of both. Neither can foresee it without the other's secret, and
/// neither can change its own afterwards.
struct Draw: Hashable, Codable {
    /// 64 hexadecimal digits each.
    let office: String
    let supervision: String

    /// Who takes part.
    static let roles: [Purpose] = [.office, .supervision]

    /// SHA-256 of the four lines `kaochang-draw-1`, the exam's id, the role and the secret, each ended by a line feed.
    static func commitment(to secret: String, of role: Purpose, in exam: ExamID) -> Digest {
        Digest(of: Data("kaochang-draw-1\n\(exam)\n\(role.rawValue)\n\(secret)\n".utf8))
    }

    /// SHA-256 of the three lines `kaochang-seed-1`, the office's secret and supervision's, each ended by a line feed.
    var seed: Seed? {
        Seed(text: Digest(of: Data("kaochang-seed-1\n\(office)\n\(supervision)\n".utf8)).description)
    }

    func secret(of role: Purpose) -> String {
        role == .office ? office : supervision
    }
}

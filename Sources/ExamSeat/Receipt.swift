import CanonicalJSON
package import ExamModel
import Sealing

/// A short code (回执码) that stands for an answer sheet: twelve characters of Crockford's base 32 in groups of four, the
/// first 60 bits of the SHA-256 of the sheet's canonical JSON. It has no I, L, O and U, so that nobody misreads it.
package struct Receipt: Hashable, Sendable, CustomStringConvertible {
    /// `K3M9-QWXZ-7P2R`
    package let description: String

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    package init(_ sheet: AnswerSheet) throws(Refusal) {
        let digits = Digest(of: try CanonicalJSON.encode(sheet)).description.prefix(15)
        let bits = UInt64(digits, radix: 16) ?? 0
        let characters = (0..<12).map { Self.alphabet[Int(bits >> (55 - 5 * UInt64($0)) & 31)] }
        description = [characters[0..<4], characters[4..<8], characters[8..<12]].map { String($0) }
            .joined(separator: "-")
    }
}

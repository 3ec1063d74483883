import ExamModel
import Foundation
import Sealing

/// A secret that names a machine or a sitting: 256 random bits in hexadecimal. The site keeps its hash alone.
struct SiteToken: Sendable {
    let text: String
    let hash: Digest

    init() throws(Refusal) {
        self.init(Hexadecimal.text(of: try Randomness.bytes(32)))
    }

    /// As it came in a header. What is no token has a hash that nobody knows.
    init(_ text: String) {
        self.text = text
        hash = Digest(of: Data(text.utf8))
    }
}

/// The one-time code that makes a machine a terminal: eight characters of Crockford's base 32, `K3M9-QWXZ`.
struct EnrolmentCode: Sendable {
    let text: String
    let hash: Digest

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    init() throws(Refusal) {
        let letters = try Randomness.bytes(8).map { String(Self.alphabet[Int($0 & 31)]) }
        self.init(typed: letters.joined())
    }

    /// As people type it: in any case, with or without hyphens and blanks, O for 0, I and L for 1.
    init(typed: String) {
        let letters = typed.uppercased().prefix(40).filter { $0 != "-" && !$0.isWhitespace }.map {
            letter -> Character in
            switch letter {
            case "O": "0"
            case "I", "L": "1"
            default: letter
            }
        }
        text = String(letters.prefix(4)) + "-" + String(letters.dropFirst(4))
        hash = Digest(of: Data("enrolment \(text)".utf8))
    }
}

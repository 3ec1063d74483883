import ExamModel
import ExamTestSupport
import Foundation
import Sealing
import Testing

/// A series accepts and refuses what the full check of each signature does.
struct SignatureSeriesTests {
    private let exam: TestAuthority
    private let first: (content: Data, signature: Data)
    private let second: (content: Data, signature: Data)

    /// Two messages by one signer whose signatures are equally long, so that the second is held against the first.
    init() throws {
        exam = try SharedAuthority.get()
        let signer = exam[.office]
        let signed = try (0..<64).map { number in
            let content = Data("line \(number)".utf8)
            return (content, try Signature.sign(content, by: signer, at: TestAuthority.day))
        }
        first = signed[0]
        second = try #require(signed.dropFirst().first { $0.1.count == signed[0].1.count })
    }

    private func series() throws -> SignatureSeries {
        let series = SignatureSeries()
        #expect(try series.signer(of: first.signature, over: first.content) == exam[.office].certificate)
        return series
    }

    @Test func knowsTheSignerAgain() throws {
        let series = try series()
        #expect(try series.signer(of: second.signature, over: second.content) == exam[.office].certificate)
        for purpose in [Purpose.supervision, .grading] {
            let other = try Signature.sign(second.content, by: exam[purpose], at: TestAuthority.day)
            #expect(try series.signer(of: other, over: second.content) == exam[purpose].certificate)
        }
    }

    /// A changed certificate is another one, which nobody trusts; everything else is refused.
    @Test func everyFlippedBitIsFound() throws {
        let (series, office) = (try series(), exam[.office].certificate)
        for (position, flipped) in Tampering.flips(of: second.signature) {
            let signer = try? series.signer(of: flipped, over: second.content)
            #expect(signer != office, "byte \(position)")
            let full = try? Signature.unjudgedSigner(of: flipped, over: second.content)
            #expect(signer == full, "byte \(position)")
        }
        for beginning in Tampering.beginnings(of: second.signature) {
            #expect(throws: Refusal.self) { _ = try series.signer(of: beginning, over: second.content) }
        }
    }

    /// A signature that holds does so for its own content only, and for its own signer.
    @Test func partsOfTwoMessagesAreRefused() throws {
        let series = try series()
        #expect(throws: Refusal.self) { _ = try series.signer(of: second.signature, over: first.content) }
        let mixed = first.signature.dropLast(72) + second.signature.suffix(72)
        #expect(throws: Refusal.self) { _ = try series.signer(of: Data(mixed), over: second.content) }
    }
}

package import ExamModel
package import Foundation
import Synchronization

extension Envelope {
    /// Opens an envelope to the holder of `recipient`. Every byte of it is accounted for.
    ///
    /// Refuses: WRONG_KEY, SEAL_BROKEN, SEAL_TRUNCATED, SEAL_TRAILING_BYTES, SEAL_UNREADABLE, SEAL_NOT_EXACT.
    package static func decrypt(_ envelope: Data, with recipient: Credential) throws(Refusal) -> Data {
        try decrypt(envelope, with: recipient, among: [recipient.certificate])
    }

    /// Opens an envelope to all of `recipients`, and to nobody else; refuses the same. The key wrapped for another
    /// recipient cannot be checked by this one: who writes such envelopes signs their hash.
    package static func decrypt(
        _ envelope: Data, with recipient: Credential, among recipients: [Certificate]
    ) throws(Refusal) -> Data {
        let message = try EnvelopedMessage(envelope)
        let content = try message.decrypted(with: recipient)
        try message.checkExact(against: shapes.shape(to: recipients))
        return content
    }

    /// Opens an envelope under `key`; refuses the same.
    package static func decrypt(_ envelope: Data, with key: ContentKey) throws(Refusal) -> Data {
        let message = try EnvelopedMessage(envelope)
        let content = try message.decrypted(with: key)
        try message.checkExact(against: Skeleton(encrypt(Data([0]), under: key)))
        return content
    }
}

extension Envelope {
    private static let shapes = Shapes()

    /// What envelopes to the same recipients have in common, made once: answers are thousands to one.
    private final class Shapes: Sendable {
        /// More than are in use at a time.
        private static let limit = 64
        private let known = Mutex<[[Certificate]: Skeleton]>([:])

        func shape(to recipients: [Certificate]) throws(Refusal) -> Skeleton? {
            if let shape = known.withLock({ $0[recipients] }) { return shape }
            let shape = Skeleton(try encrypt(Data([0]), to: recipients))
            known.withLock { known in
                if known.count >= Self.limit { known = [:] }
                known[recipients] = shape
            }
            return shape
        }
    }
}

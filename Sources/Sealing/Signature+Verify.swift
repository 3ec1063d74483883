package import ExamModel
package import Foundation

extension Signature {
    /// Checks a signature that stands beside `data`: it is whole, made over these bytes by a holder of `purpose`, whose
    /// certificate the trusted authority issued and which is valid at `date`; and every byte of it is accounted for. Returns the
    /// signer's certificate.
    ///
    /// Refuses: SEAL_TRUNCATED, SEAL_TRAILING_BYTES, SEAL_UNREADABLE, SEAL_NOT_EXACT, SIGNATURE_INVALID, and what
    /// ``Certificate/verify(trusting:as:at:)`` refuses.
    @discardableResult
    package static func verify(
        _ signature: Data, over data: Data, trusting trust: Trust, signedBy purpose: Purpose, at date: Date
    ) throws(Refusal) -> Certificate {
        let message = try SignedMessage(signature)
        try message.verify(detachedFrom: data)
        try message.signer.verify(trusting: trust, as: purpose, at: date)
        return message.signer
    }

    /// The same for a message that holds its content, which is returned.
    package static func open(
        _ message: Data, trusting trust: Trust, signedBy purpose: Purpose, at date: Date
    ) throws(Refusal) -> Data {
        let message = try SignedMessage(message)
        let content = try message.verifiedContent()
        try message.signer.verify(trusting: trust, as: purpose, at: date)
        return content
    }

    /// Checks that a signature was made over `data` by the holder of the certificate within, whoever issued that.
    /// Says nothing about trust: returns the certificate, to be judged.
    package static func unjudgedSigner(of signature: Data, over data: Data) throws(Refusal) -> Certificate {
        let message = try SignedMessage(signature)
        try message.verify(detachedFrom: data)
        return message.signer
    }

    /// The content of a message that its signature fits, whoever signed it: says nothing about trust.
    package static func unjudgedContent(of message: Data) throws(Refusal) -> Data {
        try SignedMessage(message).verifiedContent()
    }
}

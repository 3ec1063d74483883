/// The algorithms behind hashes, signatures and envelopes, by OpenSSL's names. They stand in every format, and this is
/// the one place where they are chosen.
package struct SealingAlgorithms: Hashable, Sendable, Codable {
    package let digest: String
    package let signature: String
    /// Of every certificate's key.
    package let curve: String
    /// How a content key reaches the holder of a certificate (RFC 5753).
    package let keyAgreement: String
    /// How a content key is wrapped (RFC 3394).
    package let keyWrap: String
    /// Of contents (RFC 5084).
    package let encryption: String

    package static let standard = SealingAlgorithms(
        digest: "sha256", signature: "ecdsa-with-SHA256", curve: "P-256",
        keyAgreement: "dhSinglePass-stdDH-sha256kdf-scheme", keyWrap: "id-aes256-wrap", encryption: "aes-256-gcm")
}

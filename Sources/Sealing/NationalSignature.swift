import COpenSSL
package import ExamModel
package import Foundation

/// Signatures with SM2 over SM3 (GB/T 32918.2, GB/T 32905), beside the standard ones where an exam has to have them. DER of
/// (r, s), made with the usual user id; there is no CMS for SM2 in OpenSSL 3.0, so nothing stands around the value.
package enum NationalSignature {
    /// By OpenSSL's names.
    package static let algorithms = NationalAlgorithms(digest: "sm3", signature: "SM2-with-SM3", curve: "SM2")
    /// GM/T 0009, 10.
    private static let userID = "1234567812345678"

    package static func sign(_ data: Data, by signer: Credential) throws(Refusal) -> Data {
        let context = try Context(signer.privateKey.handle.pointer)
        guard EVP_DigestSignInit(context.pointer, nil, method, nil, signer.privateKey.handle.pointer) == 1 else {
            throw .cryptographyFailed()
        }
        let bytes = [UInt8](data)
        var count = 0
        guard EVP_DigestSign(context.pointer, nil, &count, bytes, bytes.count) == 1 else { throw .cryptographyFailed() }
        var signature = [UInt8](repeating: 0, count: count)
        guard EVP_DigestSign(context.pointer, &signature, &count, bytes, bytes.count) == 1 else {
            throw .cryptographyFailed()
        }
        return Data(signature[..<count])
    }

    /// Says nothing about trust in `signer`. Refuses: SIGNATURE_INVALID.
    package static func verify(_ signature: Data, over data: Data, by signer: Certificate) throws(Refusal) {
        let key = X509_get0_pubkey(signer.handle.pointer)
        let (bytes, value) = ([UInt8](data), [UInt8](signature))
        guard EVP_PKEY_is_a(key, algorithms.curve) == 1, let context = try? Context(key),
            EVP_DigestVerifyInit(context.pointer, nil, method, nil, key) == 1,
            EVP_DigestVerify(context.pointer, value, value.count, bytes, bytes.count) == 1
        else {
            throw .openSSL(
                .signatureInvalid, "国密签名与内容不符：内容或签名被改动过，或者证书不是 SM2 的。",
                "The SM2 signature does not fit: content or signature was changed, or the certificate is none of SM2.")
        }
    }

    private static var method: OpaquePointer? { EVP_get_digestbyname(algorithms.digest) }

    /// A digest that knows the signer's key and user id, which SM2 hashes with the content.
    private final class Context {
        let pointer: OpaquePointer
        private let key: OpaquePointer

        init(_ signer: OpaquePointer?) throws(Refusal) {
            ErrorQueue.clear()
            guard let key = EVP_PKEY_CTX_new(signer, nil) else { throw .cryptographyFailed() }
            guard let pointer = EVP_MD_CTX_new(), EVP_PKEY_CTX_set1_id(key, userID, Int32(userID.utf8.count)) == 1
            else {
                EVP_PKEY_CTX_free(key)
                throw .cryptographyFailed()
            }
            EVP_MD_CTX_set_pkey_ctx(pointer, key)
            (self.pointer, self.key) = (pointer, key)
        }

        deinit {
            EVP_MD_CTX_free(pointer)
            EVP_PKEY_CTX_free(key)
        }
    }
}

/// What a national signature is made with; it stands in what is signed.
package struct NationalAlgorithms: Hashable, Sendable, Codable {
    package let digest: String
    package let signature: String
    package let curve: String
}

import COpenSSL
package import ExamModel
package import Foundation

/// Encryption as CMS AuthEnvelopedData (RFC 5083) in DER: what is inside can be neither read nor changed on the way.
/// Recipients are the holder of one key, or of one certificate or several.
package enum Envelope {
    /// To the holder of a certificate, by ephemeral-static key agreement (RFC 5753).
    package static func encrypt(_ data: Data, to recipient: Certificate) throws(Refusal) -> Data {
        try encrypt(data, to: [recipient])
    }

    /// The same to several, each of whom can open it alone.
    package static func encrypt(_ data: Data, to recipients: [Certificate]) throws(Refusal) -> Data {
        try encrypt(data) { message throws(Refusal) in
            for recipient in recipients { try add(recipient, to: message) }
        }
    }

    private static func add(_ recipient: Certificate, to message: OpaquePointer) throws(Refusal) {
        let information = CMS_add1_recipient_cert(message, recipient.handle.pointer, UInt32(CMS_KEY_PARAM))
        let digest = EVP_get_digestbyname(SealingAlgorithms.standard.digest)
        guard let information, let context = CMS_RecipientInfo_get0_pkey_ctx(information),
            EVP_PKEY_CTX_set_ecdh_kdf_md(context, digest) == 1
        else { throw .cryptographyFailed() }
    }

    /// To whoever holds `key` (RFC 5652, 6.2.3). `openssl cms -decrypt -secretkey … -secretkeyid …` opens it, with
    /// ``ContentKey/hexadecimal`` and ``ContentKey/identifier``.
    package static func encrypt(_ data: Data, under key: ContentKey) throws(Refusal) -> Data {
        try encrypt(data) { message throws(Refusal) in
            let copies = try key.copiesForOpenSSL()
            let information = CMS_add0_recipient_key(
                message, OBJ_txt2nid(SealingAlgorithms.standard.keyWrap), copies.key, ContentKey.byteCount,
                copies.identifier, ContentKey.identifierByteCount, nil, nil, nil)
            guard information != nil else {
                CRYPTO_clear_free(copies.key, ContentKey.byteCount, nil, 0)
                CRYPTO_free(copies.identifier, nil, 0)
                throw .cryptographyFailed()
            }
        }
    }

    private static func encrypt(
        _ data: Data, addRecipient: (OpaquePointer) throws(Refusal) -> Void
    ) throws(Refusal) -> Data {
        ErrorQueue.clear()
        let cipher = EVP_get_cipherbyname(SealingAlgorithms.standard.encryption)
        let message = try Handle(CMS_AuthEnvelopedData_create(cipher), CMS_ContentInfo_free)
        guard CMS_set_detached(message.pointer, 0) == 1 else { throw .cryptographyFailed() }
        try addRecipient(message.pointer)
        guard data.withUnsafeBytes({ seal($0, in: message.pointer) }) else { throw .cryptographyFailed() }
        return try DER.data { i2d_CMS_ContentInfo(message.pointer, $0) }
    }

    /// What `CMS_final` does, with room made for the ciphertext before, so that it is not moved as it grows.
    private static func seal(_ content: UnsafeRawBufferPointer, in message: OpaquePointer) -> Bool {
        guard content.count <= MemoryBuffer.limit, let chain = CMS_dataInit(message, nil) else { return false }
        defer { BIO_free_all(chain) }
        return kc_bio_reserve(BIO_find_type(chain, kc_memory_bio_type()), content.count) == 1
            && (content.isEmpty || BIO_write(chain, content.baseAddress, Int32(content.count)) == content.count)
            && kc_bio_flush(chain) == 1 && CMS_dataFinal(message, chain) == 1
    }
}

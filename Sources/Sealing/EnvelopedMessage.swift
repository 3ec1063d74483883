import COpenSSL
import ExamModel
import Foundation

/// A CMS AuthEnvelopedData read from DER.
final class EnvelopedMessage {
    private let der: Data
    private let handle: Handle

    init(_ der: Data) throws(Refusal) {
        try DER.checkWhole(der)
        ErrorQueue.clear()
        let pointer = der.withUnsafeBytes { bytes in
            var position = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
            return d2i_CMS_ContentInfo(nil, &position, bytes.count)
        }
        guard let pointer else { throw Self.unreadable() }
        handle = try Handle(pointer, CMS_ContentInfo_free)
        guard OBJ_obj2nid(CMS_get0_type(pointer)) == NID_id_smime_ct_authEnvelopedData else {
            throw Self.unreadable()
        }
        self.der = der
    }

    func decrypted(with recipient: Credential) throws(Refusal) -> Data {
        let certificate = recipient.certificate.handle.pointer
        guard kc_has_certificate_holder(handle.pointer, certificate) == 1 else {
            throw Self.wrongKey()
        }
        return try content(openedBy: recipient.privateKey.handle.pointer, certificate)
    }

    func decrypted(with key: ContentKey) throws(Refusal) -> Data {
        let (message, recipient) = (handle.pointer, kc_only_recipient(handle.pointer))
        let isKeySet = try key.withBytes { bytes, identifier throws(Refusal) in
            guard kc_is_key_holder(recipient, identifier, ContentKey.identifierByteCount) == 1 else {
                throw Self.wrongKey()
            }
            return CMS_decrypt_set1_key(
                message, bytes, ContentKey.byteCount, identifier, ContentKey.identifierByteCount) == 1
        }
        guard isKeySet else { throw Self.broken() }
        return try content(openedBy: nil, nil)
    }

    private func content(openedBy key: OpaquePointer?, _ certificate: OpaquePointer?) throws(Refusal) -> Data {
        ErrorQueue.clear()
        let output = try MemoryBuffer(capacity: der.count)
        guard CMS_decrypt(handle.pointer, key, certificate, nil, output.bio, UInt32(CMS_BINARY)) == 1 else {
            throw Self.broken()
        }
        return output.contents
    }

    /// The tag of AES-GCM covers the content, not what stands around it (RFC 5083, 2.2: version numbers, the inner
    /// content type, the length of the tag). Those bytes must be the same as in `shape`, that of another envelope to the
    /// same recipients.
    func checkExact(against shape: Skeleton?) throws(Refusal) {
        guard let mine = Skeleton(der), mine == shape else {
            throw Refusal(
                .sealNotExact, "密文外层未受保护的字节被改动过，或者不是按约定格式加密的。",
                "Bytes around the ciphertext that no key covers were changed, or it was not made as agreed.")
        }
    }

    private static func wrongKey() -> Refusal {
        .openSSL(
            .wrongKey, "密钥不对：内容不是加密给这张证书或这把密钥的。",
            "This is the wrong key: the content was encrypted to somebody else.")
    }

    private static func broken() -> Refusal {
        .openSSL(
            .sealBroken, "密文已损坏或被改动过，请重新取得原件。",
            "The encrypted content is damaged or was changed; get the original again.")
    }

    private static func unreadable() -> Refusal {
        .openSSL(
            .sealUnreadable, "不是本系统约定的密文（CMS AuthEnvelopedData）。",
            "This is not an envelope as agreed (CMS AuthEnvelopedData).")
    }
}

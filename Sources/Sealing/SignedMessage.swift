import COpenSSL
import ExamModel
import Foundation

/// A CMS SignedData read from DER, with exactly one signer whose certificate it carries.
final class SignedMessage {
    private let der: Data
    private let handle: Handle
    /// Owned by the message.
    private let information: OpaquePointer
    let signer: Certificate

    init(_ der: Data) throws(Refusal) {
        try DER.checkWhole(der)
        ErrorQueue.clear()
        let pointer = der.withUnsafeBytes { bytes in
            var position = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
            return d2i_CMS_ContentInfo(nil, &position, bytes.count)
        }
        guard let pointer else { throw Self.unreadable() }
        let handle = try Handle(pointer, CMS_ContentInfo_free)
        guard OBJ_obj2nid(CMS_get0_type(pointer)) == NID_pkcs7_signed, kc_signer_count(pointer) == 1,
            let information = kc_signer(pointer, 0), let certificate = kc_only_certificate(pointer)
        else { throw Self.unreadable() }
        self.der = der
        self.handle = handle
        self.information = information
        signer = try Certificate(Handle(certificate, X509_free))
    }

    /// The signature value.
    var value: Data {
        guard let string = CMS_SignerInfo_get0_signature(information), let bytes = ASN1_STRING_get0_data(string) else {
            return Data()
        }
        return Data(bytes: bytes, count: Int(ASN1_STRING_length(string)))
    }

    func verify(detachedFrom data: Data) throws(Refusal) {
        guard CMS_is_detached(handle.pointer) == 1 else { throw Self.unreadable() }
        let content = try MemoryBuffer(data)
        _ = try verified(detached: content)
        try checkExact(content: nil)
    }

    func verifiedContent() throws(Refusal) -> Data {
        guard CMS_is_detached(handle.pointer) == 0 else { throw Self.unreadable() }
        let content = try verified(detached: nil)
        try checkExact(content: content)
        return content
    }

    /// The chain is checked by ``Certificate/verify(trusting:as:at:)``, which can say what is wrong with it.
    private func verified(detached: MemoryBuffer?) throws(Refusal) -> Data {
        ErrorQueue.clear()
        let output = try MemoryBuffer()
        let flags = UInt32(CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY)
        guard CMS_verify(handle.pointer, nil, nil, detached?.bio, output.bio, flags) == 1 else {
            throw .openSSL(
                .signatureInvalid, "签名与内容不符：内容或签名被改动过。",
                "The signature does not fit the content: one of the two was changed.")
        }
        return output.contents
    }

    /// Some bytes of a SignedData are covered by no signature (RFC 5652, 5.4: version numbers, the inner content type,
    /// the list of digests, an algorithm's parameters). So the message is built anew from what was verified (signer,
    /// signed attributes, signature value, content) and must come out the same.
    private func checkExact(content: Data?) throws(Refusal) {
        ErrorQueue.clear()
        guard try rebuilt(content: content) == der else {
            throw .openSSL(
                .sealNotExact, "签名文件中未受签名保护的字节被改动过，或者不是按约定格式签的。",
                "Bytes of the signature file that no signature covers were changed, or it was not made as agreed.")
        }
    }

    private func rebuilt(content: Data?) throws(Refusal) -> Data {
        let flags = Signature.flags | UInt32(content == nil ? CMS_DETACHED : 0)
        let copy = try Handle(CMS_sign(nil, nil, nil, nil, flags), CMS_ContentInfo_free)
        let certificate = signer.handle.pointer
        // Nothing is signed here, so the public key stands in for the private one.
        let signer = CMS_add1_signer(
            copy.pointer, certificate, X509_get0_pubkey(certificate),
            EVP_get_digestbyname(SealingAlgorithms.standard.digest), flags)
        guard let signer else { throw .cryptographyFailed() }
        for index in 0..<max(CMS_signed_get_attr_count(information), 0) {
            guard CMS_signed_add1_attr(signer, CMS_signed_get_attr(information, index)) == 1 else {
                throw .cryptographyFailed()
            }
        }
        guard ASN1_STRING_copy(CMS_SignerInfo_get0_signature(signer), CMS_SignerInfo_get0_signature(information)) == 1
        else { throw .cryptographyFailed() }
        if let content { try Self.set(content, in: copy.pointer) }
        return try DER.data { i2d_CMS_ContentInfo(copy.pointer, $0) }
    }

    private static func set(_ content: Data, in message: OpaquePointer) throws(Refusal) {
        guard let place = CMS_get0_content(message)?.pointee else { throw .cryptographyFailed() }
        let isSet = content.withUnsafeBytes { ASN1_STRING_set(place, $0.baseAddress, Int32($0.count)) == 1 }
        guard isSet else { throw .cryptographyFailed() }
        place.pointee.flags &= ~Int(ASN1_STRING_FLAG_CONT)
    }

    private static func unreadable() -> Refusal {
        .openSSL(
            .sealUnreadable, "不是本系统约定的签名文件（CMS SignedData，一个签名人，附其证书）。",
            "This is not a signature as agreed (CMS SignedData with one signer and its certificate).")
    }
}

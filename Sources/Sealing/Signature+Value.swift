import COpenSSL
package import ExamModel
package import Foundation

extension Signature {
    /// The signature value alone, some 71 bytes: all of a detached signature that cannot be computed from signer, content
    /// and time. Refuses what is not built as ``sign(_:by:at:)`` does.
    package static func value(of signature: Data) throws(Refusal) -> Data {
        try SignedMessage(signature).value
    }

    /// Builds the detached signature again around its value. Says nothing about whether it holds.
    package static func assembled(
        around value: Data, by signer: Certificate, over data: Data, at date: Date
    ) throws(Refusal) -> Data {
        ErrorQueue.clear()
        let flags = Self.flags | UInt32(CMS_DETACHED)
        let message = try Handle(CMS_sign(nil, nil, nil, nil, flags), CMS_ContentInfo_free)
        let certificate = signer.handle.pointer
        // Nothing is signed here, so the public key stands in for the private one.
        let information = CMS_add1_signer(
            message.pointer, certificate, X509_get0_pubkey(certificate),
            EVP_get_digestbyname(SealingAlgorithms.standard.digest), flags)
        guard let information else { throw .cryptographyFailed() }
        let (digest, type) = (Digest(of: data).bytes, OBJ_nid2obj(NID_pkcs7_data))
        guard
            CMS_signed_add1_attr_by_NID(
                information, NID_pkcs9_contentType, V_ASN1_OBJECT, UnsafeRawPointer(type), -1) == 1,
            CMS_signed_add1_attr_by_NID(
                information, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, digest, Int32(digest.count)) == 1
        else { throw .cryptographyFailed() }
        try addSigningTime(date, to: information)
        let place = CMS_SignerInfo_get0_signature(information)
        guard value.withUnsafeBytes({ ASN1_STRING_set(place, $0.baseAddress, Int32($0.count)) }) == 1 else {
            throw .cryptographyFailed()
        }
        return try DER.data { i2d_CMS_ContentInfo(message.pointer, $0) }
    }
}

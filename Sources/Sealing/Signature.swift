import COpenSSL
package import ExamModel
package import Foundation

/// Signatures as CMS SignedData (RFC 5652, 5) in DER: one signer, its certificate within, and as signed attributes the
/// content type, the content's hash and the signing time; nothing unsigned.
package enum Signature {
    /// A signature that stands beside its content.
    package static func sign(_ data: Data, by signer: Credential, at date: Date) throws(Refusal) -> Data {
        try message(over: data, by: signer, at: date, flags: UInt32(CMS_DETACHED))
    }

    /// A message that holds the content and its signature.
    package static func signAttached(_ data: Data, by signer: Credential, at date: Date) throws(Refusal) -> Data {
        try message(over: data, by: signer, at: date, flags: 0)
    }

    /// Contents are bytes, not mail: no line ends are changed and no capabilities announced.
    static let flags = UInt32(CMS_PARTIAL | CMS_BINARY | CMS_NOSMIMECAP)

    private static func message(
        over data: Data, by signer: Credential, at date: Date, flags extra: UInt32
    ) throws(Refusal) -> Data {
        ErrorQueue.clear()
        let flags = Self.flags | extra
        let message = try Handle(CMS_sign(nil, nil, nil, nil, flags), CMS_ContentInfo_free)
        let information = CMS_add1_signer(
            message.pointer, signer.certificate.handle.pointer, signer.privateKey.handle.pointer,
            EVP_get_digestbyname(SealingAlgorithms.standard.digest), flags)
        guard let information else { throw .cryptographyFailed() }
        try addSigningTime(date, to: information)
        let content = try MemoryBuffer(data)
        guard CMS_final(message.pointer, content.bio, nil, flags) == 1 else { throw .cryptographyFailed() }
        return try DER.data { i2d_CMS_ContentInfo(message.pointer, $0) }
    }

    static func addSigningTime(_ date: Date, to information: OpaquePointer) throws(Refusal) {
        guard let time = ASN1_TIME_set(nil, time_t(date.timeIntervalSince1970)) else { throw .cryptographyFailed() }
        defer { ASN1_STRING_free(time) }
        guard CMS_signed_add1_attr_by_NID(information, NID_pkcs9_signingTime, time.pointee.type, time, -1) == 1 else {
            throw .cryptographyFailed()
        }
    }
}

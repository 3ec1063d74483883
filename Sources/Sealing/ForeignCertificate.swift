import COpenSSL
package import ExamModel
package import Foundation

/// A certificate issued elsewhere, with its private key: whoever holds them already is given a role at this exam by a
/// certificate of the exam's authority for the same key.
///
/// So an exam has one root that everything is checked against, and whoever trusts the other issuer can see that both
/// certificates hold one public key.
package struct ForeignCertificate: Sendable {
    /// What envelopes and signatures of the formats are made with.
    private static let curves = ["prime256v1": "P-256", "secp384r1": "P-384"]

    package let certificate: Certificate
    package let privateKey: PrivateKey
    /// Issuers up to a root; empty when none were given.
    package let chain: [Certificate]

    /// Refuses: KEY_MISMATCH, KEY_KIND_REFUSED, CERTIFICATE_EXPIRED, CERTIFICATE_NOT_YET_VALID, CERTIFICATE_WRONG_PURPOSE,
    /// CERTIFICATE_UNTRUSTED (it does not lead to a root of the chain).
    package init(
        certificate: Certificate, privateKey: PrivateKey, chain: [Certificate], at date: Date
    ) throws(Refusal) {
        self.certificate = certificate
        self.privateKey = privateKey
        self.chain = chain
        try checkKey()
        try checkUse()
        try certificate.checkPeriod(at: date)
        if !chain.isEmpty { try certificate.verify(foreignChain: chain, at: date) }
    }

    /// From `date` on, and no longer than the certificate itself nor than `authority`.
    package func validity(from date: Date, within authority: Certificate) throws(Refusal) -> Validity {
        let until = min(try certificate.validity().until, try authority.validity().until)
        return Validity(from: max(date, try certificate.validity().from), until: until)
    }

    private func checkKey() throws(Refusal) {
        ErrorQueue.clear()
        guard X509_check_private_key(certificate.handle.pointer, privateKey.handle.pointer) == 1 else {
            throw .openSSL(
                .keyMismatch, "私钥与证书“\(certificate.subject)”不是一对，请检查文件是否放错。",
                "The private key does not belong to the certificate \"\(certificate.subject)\"; check the files.")
        }
        var name = [CChar](repeating: 0, count: 64)
        var length = 0
        let isNamed = EVP_PKEY_get_group_name(privateKey.handle.pointer, &name, name.count, &length) == 1
        let isCurve = EVP_PKEY_get_base_id(privateKey.handle.pointer) == EVP_PKEY_EC
        let curve = String(decoding: name.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard isCurve, isNamed, Self.curves[curve] != nil else {
            ErrorQueue.clear()
            throw Refusal(
                .keyKindRefused, "这把密钥不是椭圆曲线 P-256 或 P-384 的。本系统的封装格式只用这两种，RSA 等密钥不能导入，请换发或用 keys init 建立。",
                "This key is not on the curve P-256 or P-384, the only ones that the formats use; RSA and other keys cannot "
                    + "be imported: have another one issued, or make one by keys init.")
        }
    }

    private func checkUse() throws(Refusal) {
        let usage = X509_get_key_usage(certificate.handle.pointer)
        guard usage == UInt32.max || usage & UInt32(KU_DIGITAL_SIGNATURE) != 0 else {
            throw Refusal(
                .certificateWrongPurpose, "证书“\(certificate.subject)”不允许用于签名（keyUsage 没有 digitalSignature）。",
                "The certificate \"\(certificate.subject)\" may not sign (its keyUsage lacks digitalSignature).")
        }
    }
}

extension Certificate {
    /// Every certificate of a PEM file, in its order.
    package static func all(inPEM pem: Data) throws(Refusal) -> [Certificate] {
        ErrorQueue.clear()
        let buffer = try MemoryBuffer(pem)
        var certificates: [Certificate] = []
        while let pointer = PEM_read_bio_X509(buffer.bio, nil, { _, _, _, _ in 0 }, nil) {
            certificates.append(try Certificate(Handle(pointer, X509_free)))
        }
        ErrorQueue.clear()
        guard !certificates.isEmpty else {
            throw Refusal(
                .certificateUnreadable, "文件里没有 PEM 格式的证书，请确认选对了文件。",
                "There is no certificate in PEM in the file; check that it is the right one.")
        }
        return certificates
    }

    fileprivate func checkPeriod(at date: Date) throws(Refusal) {
        let validity = try validity()
        guard date >= validity.from else { throw notYetValid(at: date) }
        guard date < validity.until else { throw expired(at: date) }
    }

    /// Checks that this certificate leads to a self-signed one of `chain` (RFC 5280, 6).
    fileprivate func verify(foreignChain chain: [Certificate], at date: Date) throws(Refusal) {
        ErrorQueue.clear()
        let store = try Handle(X509_STORE_new(), X509_STORE_free)
        let context = try Handle(X509_STORE_CTX_new(), X509_STORE_CTX_free)
        let others = try Handle(kc_new_certificates(), kc_free_certificates)
        for issuer in chain {
            let pointer = issuer.handle.pointer
            let isRoot = X509_check_issued(pointer, pointer) == X509_V_OK
            let isTaken =
                isRoot ? X509_STORE_add_cert(store.pointer, pointer) : kc_add_certificate(others.pointer, pointer)
            guard isTaken == 1 else { throw .cryptographyFailed() }
        }
        guard X509_STORE_CTX_init(context.pointer, store.pointer, handle.pointer, others.pointer) == 1 else {
            throw .cryptographyFailed()
        }
        let parameters = X509_STORE_CTX_get0_param(context.pointer)
        X509_VERIFY_PARAM_set_time(parameters, time_t(date.timeIntervalSince1970))
        let isTrusted = X509_verify_cert(context.pointer) == 1
        let reason = String(cString: X509_verify_cert_error_string(Int(X509_STORE_CTX_get_error(context.pointer))))
        ErrorQueue.clear()
        guard isTrusted else {
            throw Refusal(
                .certificateUntrusted, "证书“\(subject)”不能由给出的证书链追溯到自签名的根证书（\(reason)），请检查 --chain 文件。",
                "The certificate \"\(subject)\" does not lead to a root in the given chain (\(reason)); check the file."
            )
        }
    }
}

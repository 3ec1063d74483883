import COpenSSL
import ExamModel
import Foundation

/// A certificate in the making (RFC 5280, version 3).
struct CertificateDraft {
    let subject: DistinguishedName
    let validity: Validity
    /// Where a server answers; none for everybody else.
    var hosts: [HostName] = []

    /// `key` (a new one when nil) with its certificate, issued by `issuer`, or by itself when there is none.
    func signed(by issuer: Credential?, for key: PrivateKey? = nil) throws(Refusal) -> Credential {
        ErrorQueue.clear()
        let key = if let key { key } else { try PrivateKey.generate() }
        let certificate = try Handle(X509_new(), X509_free)
        try fill(certificate.pointer, key: key)
        let issuingCertificate = issuer?.certificate.handle.pointer ?? certificate.pointer
        let issuingKey = issuer?.privateKey ?? key
        try require(
            X509_set_issuer_name(certificate.pointer, X509_get_subject_name(issuingCertificate)) == 1)
        for (kind, value) in extensions(isSelfSigned: issuer == nil) {
            try add(kind, value, to: certificate.pointer, issuer: issuingCertificate)
        }
        let digest = EVP_get_digestbyname(SealingAlgorithms.standard.digest)
        try require(X509_sign(certificate.pointer, issuingKey.handle.pointer, digest) > 0)
        return try Credential(certificate: Certificate(certificate), privateKey: key)
    }

    private func fill(_ certificate: OpaquePointer, key: PrivateKey) throws(Refusal) {
        try require(X509_set_version(certificate, 2) == 1)  // counts from 0
        let serial = try Handle(BN_new(), BN_free)
        try require(BN_rand(serial.pointer, 127, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1)
        try require(BN_to_ASN1_INTEGER(serial.pointer, X509_get_serialNumber(certificate)) != nil)
        let (from, until) = (validity.from.timeIntervalSince1970, validity.until.timeIntervalSince1970)
        try require(ASN1_TIME_set(X509_getm_notBefore(certificate), time_t(from)) != nil)
        try require(ASN1_TIME_set(X509_getm_notAfter(certificate), time_t(until)) != nil)
        try subject.write(to: X509_get_subject_name(certificate))
        try require(X509_set_pubkey(certificate, key.handle.pointer) == 1)
    }

    /// Everybody signs and receives envelopes; `emailProtection` is what CMS asks of a signer (RFC 8550, 4.4.4). Sites and
    /// terminals also stand at the two ends of TLS (RFC 5280, 4.2.1.12).
    private func extensions(isSelfSigned: Bool) -> [(Int32, String)] {
        if isSelfSigned {
            return [
                (NID_basic_constraints, "critical,CA:TRUE,pathlen:0"),
                (NID_key_usage, "critical,keyCertSign,cRLSign"),
                (NID_subject_key_identifier, "hash"),
            ]
        }
        let usage =
            switch subject.holder.purpose {
            case .site: "emailProtection,serverAuth"
            case .terminal: "emailProtection,clientAuth"
            default: "emailProtection"
            }
        let names = hosts.map(\.alternativeName).joined(separator: ",")
        return [
            (NID_basic_constraints, "critical,CA:FALSE"),
            (NID_key_usage, "critical,digitalSignature,keyAgreement"),
            (NID_ext_key_usage, usage),
            (NID_subject_key_identifier, "hash"),
            (NID_authority_key_identifier, "keyid:always"),
        ] + (names.isEmpty ? [] : [(NID_subject_alt_name, names)])
    }

    private func add(
        _ kind: Int32, _ value: String, to certificate: OpaquePointer, issuer: OpaquePointer
    ) throws(Refusal) {
        var context = X509V3_CTX()
        X509V3_set_ctx(&context, issuer, certificate, nil, nil, 0)
        let part = try Handle(X509V3_EXT_conf_nid(nil, &context, kind, value), X509_EXTENSION_free)
        try require(X509_add_ext(certificate, part.pointer, -1) == 1)
    }

    private func require(_ isDone: Bool) throws(Refusal) {
        guard isDone else { throw .cryptographyFailed() }
    }
}

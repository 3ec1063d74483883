import AtomicFile
import COpenSSL
package import ExamModel
package import Foundation

/// Which certificates an authority has taken back, since when and why: a certificate revocation list (RFC 5280, 5).
package final class RevocationList: Sendable {
    /// The file's name beside the authority's certificate.
    package static let fileName = "authority.crl"

    package let der: Data
    let handle: Handle

    package convenience init(pem: Data) throws(Refusal) {
        ErrorQueue.clear()
        let buffer = try MemoryBuffer(pem)
        guard let pointer = PEM_read_bio_X509_CRL(buffer.bio, nil, { _, _, _, _ in 0 }, nil) else {
            throw .openSSL(
                .revocationsUnreadable, "不是 PEM 格式的证书吊销列表，请从备份恢复。",
                "This is not a revocation list in PEM; restore it from a backup.")
        }
        try self.init(Handle(pointer, X509_CRL_free))
    }

    package convenience init(contentsOf url: URL) throws(Refusal) {
        try self.init(pem: AtomicFile.read(url, limit: 16 << 20))
    }

    init(_ handle: Handle) throws(Refusal) {
        self.handle = handle
        der = try DER.data { i2d_X509_CRL(handle.pointer, $0) }
    }

    package func pem() throws(Refusal) -> Data {
        let buffer = try MemoryBuffer()
        guard PEM_write_bio_X509_CRL(buffer.bio, handle.pointer) == 1 else { throw .cryptographyFailed() }
        return buffer.contents
    }

    /// What the list says of `certificate`; nil when it does not name it.
    package func revocation(of certificate: Certificate) -> Revocation? {
        var entry: OpaquePointer?
        guard X509_CRL_get0_by_cert(handle.pointer, &entry, certificate.handle.pointer) == 1, let entry else {
            return nil
        }
        return Revocation(entry: entry)
    }

    /// Lists of one authority are counted from 1 (RFC 5280, 5.2.3); 0 when this one is not.
    package var number: Int {
        guard let value = X509_CRL_get_ext_d2i(handle.pointer, NID_crl_number, nil, nil) else { return 0 }
        let number = value.assumingMemoryBound(to: ASN1_INTEGER.self)
        defer { ASN1_STRING_free(number) }
        return ASN1_INTEGER_get(number)
    }

    /// Refuses a list that `authority` did not sign.
    func verify(issuedBy authority: Certificate) throws(Refusal) {
        ErrorQueue.clear()
        let name = X509_get_subject_name(authority.handle.pointer)
        guard X509_NAME_cmp(X509_CRL_get_issuer(handle.pointer), name) == 0,
            X509_CRL_verify(handle.pointer, X509_get0_pubkey(authority.handle.pointer)) == 1
        else {
            throw .openSSL(
                .revocationsUntrusted, "证书吊销列表（\(Self.fileName)）不是本场考试的证书机构签发的，请从备份恢复。",
                "The revocation list (\(Self.fileName)) was not issued by this exam's authority; restore it.")
        }
    }
}

extension RevocationList: Hashable {
    package static func == (left: RevocationList, right: RevocationList) -> Bool {
        left.der == right.der
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(der)
    }
}

import AtomicFile
import COpenSSL
package import ExamModel
package import Foundation

/// An X.509 certificate (RFC 5280).
package final class Certificate: Sendable {
    package let der: Data
    let handle: Handle
    /// The role that the subject names; nil when it names none or several.
    package let purpose: Purpose?
    /// Who holds it, see ``Holder/commonName(of:)``; nil when the subject has none or several.
    package let commonName: String?

    /// Reads the first certificate of a PEM file.
    package convenience init(pem: Data) throws(Refusal) {
        ErrorQueue.clear()
        let buffer = try MemoryBuffer(pem)
        guard let pointer = PEM_read_bio_X509(buffer.bio, nil, { _, _, _, _ in 0 }, nil) else {
            throw .openSSL(
                .certificateUnreadable, "不是 PEM 格式的证书，请确认选对了文件。",
                "This is not a certificate in PEM; check that it is the right file.")
        }
        try self.init(Handle(pointer, X509_free))
    }

    package convenience init(contentsOf url: URL) throws(Refusal) {
        try self.init(pem: AtomicFile.read(url, limit: 1 << 20))
    }

    init(_ handle: Handle) throws(Refusal) {
        self.handle = handle
        der = try DER.data { i2d_X509(handle.pointer, $0) }
        purpose = Self.only(NID_organizationalUnitName, of: handle).flatMap(Purpose.init(rawValue:))
        commonName = Self.only(NID_commonName, of: handle)
    }

    package func pem() throws(Refusal) -> Data {
        let buffer = try MemoryBuffer()
        guard PEM_write_bio_X509(buffer.bio, handle.pointer) == 1 else { throw .cryptographyFailed() }
        return buffer.contents
    }

    /// SHA-256 of the certificate's DER, as `openssl x509 -fingerprint -sha256` shows it.
    package var fingerprint: Digest { Digest(of: der) }
}

extension Certificate: Hashable {
    package static func == (left: Certificate, right: Certificate) -> Bool {
        left.der == right.der
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(der)
    }
}

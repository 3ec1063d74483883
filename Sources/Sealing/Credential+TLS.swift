import COpenSSL
package import ExamModel
package import Foundation

extension Certificate {
    /// Reads a certificate that came over the network, in DER.
    package convenience init(der: Data) throws(Refusal) {
        ErrorQueue.clear()
        let pointer = der.withUnsafeBytes { bytes -> OpaquePointer? in
            var start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
            return d2i_X509(nil, &start, bytes.count)
        }
        guard let pointer else {
            throw .openSSL(.certificateUnreadable, "不是 DER 格式的证书。", "This is no certificate in DER.")
        }
        try self.init(Handle(pointer, X509_free))
        guard self.der == der else {
            throw Refusal(.certificateUnreadable, "证书后面有多余的内容。", "Something stands behind the certificate.")
        }
    }
}

extension PrivateKey {
    /// The key in the clear, as SEC 1 / RFC 5915 spells it: for a TLS library of this process, and nothing else.
    package func unprotectedDER() throws(Refusal) -> SecretBytes {
        let size = i2d_PrivateKey(handle.pointer, nil)
        guard size > 0 else { throw .cryptographyFailed() }
        let secret = SecretBytes(capacity: Int(size)) { buffer in
            var start = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
            return Int(i2d_PrivateKey(handle.pointer, &start))
        }
        guard secret.count == size else { throw .cryptographyFailed() }
        return secret
    }
}

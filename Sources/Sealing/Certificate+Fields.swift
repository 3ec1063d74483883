import COpenSSL
package import ExamModel
import Foundation

extension Certificate {
    /// One line: `CN=office demo-2020,OU=office,O=…` (RFC 2253, in UTF-8).
    package var subject: String {
        guard let buffer = try? MemoryBuffer() else { return "" }
        guard kc_print_name(buffer.bio, X509_get_subject_name(handle.pointer)) >= 0 else { return "" }
        return String(decoding: buffer.contents, as: UTF8.self)
    }

    /// What the subject names as its `attribute`; nil when it names nothing or several.
    static func only(_ attribute: Int32, of handle: Handle) -> String? {
        let name = X509_get_subject_name(handle.pointer)
        let index = X509_NAME_get_index_by_NID(name, attribute, -1)
        guard index >= 0, X509_NAME_get_index_by_NID(name, attribute, index) < 0 else { return nil }
        var bytes: UnsafeMutablePointer<UInt8>?
        let entry = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, index))
        let count = ASN1_STRING_to_UTF8(&bytes, entry)
        guard count >= 0, let bytes else { return nil }
        defer { CRYPTO_free(bytes, nil, 0) }
        return String(decoding: UnsafeBufferPointer(start: bytes, count: Int(count)), as: UTF8.self)
    }

    package func validity() throws(Refusal) -> Validity {
        guard let from = Self.date(X509_get0_notBefore(handle.pointer)),
            let until = Self.date(X509_get0_notAfter(handle.pointer))
        else {
            throw .openSSL(.certificateUnreadable, "证书的有效期无法识别。", "The certificate's validity cannot be read.")
        }
        return Validity(from: from, until: until)
    }

    var isAuthority: Bool { X509_check_ca(handle.pointer) == 1 && purpose == .authority }

    /// Whether the key of `authority` signed this certificate; says nothing about times and purposes.
    func isIssued(by authority: Certificate) -> Bool {
        ErrorQueue.clear()
        let issuer = authority.handle.pointer
        let isIssued =
            X509_check_issued(issuer, handle.pointer) == X509_V_OK
            && X509_verify(handle.pointer, X509_get0_pubkey(issuer)) == 1
        ErrorQueue.clear()
        return isIssued
    }

    static func date(_ time: UnsafePointer<ASN1_TIME>?) -> Date? {
        var fields = tm()
        guard ASN1_TIME_to_tm(time, &fields) == 1 else { return nil }
        return Date(timeIntervalSince1970: TimeInterval(timegm(&fields)))
    }
}

import AtomicFile
import COpenSSL
package import ExamModel
package import Foundation

/// A time stamp (时间戳, RFC 3161): the word of a third party that it saw a SHA-256 hash at a moment. Kept as the answer
/// that the authority gave, which `openssl ts -verify -in` reads.
package final class TimeStamp: Sendable {
    /// The largest answer that is read, in bytes.
    static let byteLimit = 1 << 16

    package let der: Data
    /// What was stamped.
    package let imprint: Digest
    /// When, by the authority's clock.
    package let time: Date
    private let handle: Handle

    /// Reads an authority's answer. Says nothing about trust, see ``verify(trusting:)``.
    ///
    /// Refuses: TIMESTAMP_UNREADABLE, TIMESTAMP_REFUSED (the answer is no).
    package init(_ der: Data) throws(Refusal) {
        guard (try? DER.checkWhole(der)) != nil else { throw Self.unreadable() }
        ErrorQueue.clear()
        let pointer = der.withUnsafeBytes { bytes in
            var position = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
            return d2i_TS_RESP(nil, &position, bytes.count)
        }
        guard let pointer else { throw Self.unreadable() }
        handle = try Handle(pointer, TS_RESP_free)
        try Self.checkGranted(pointer)
        guard let content = TS_RESP_get_tst_info(pointer), let imprint = Self.imprint(of: content),
            let time = Certificate.date(TS_TST_INFO_get_time(content))
        else { throw Self.unreadable() }
        self.der = der
        self.imprint = imprint
        self.time = time
    }

    package convenience init(contentsOf url: URL) throws(Refusal) {
        do throws(Refusal) {
            try self.init(AtomicFile.read(url, limit: Self.byteLimit))
        } catch {
            throw error.at(Place(file: url.lastPathComponent))
        }
    }

    /// Checks the signature by an authority that one of `anchors` certified for time stamps, at the time it states.
    /// Whether it has revoked its certificate since is not asked, so that a stamp can be checked without a network.
    ///
    /// Refuses: TIMESTAMP_UNTRUSTED.
    package func verify(trusting anchors: [Certificate]) throws(Refusal) {
        ErrorQueue.clear()
        let store = try Handle(X509_STORE_new(), X509_STORE_free)
        for anchor in anchors {
            guard X509_STORE_add_cert(store.pointer, anchor.handle.pointer) == 1 else { throw .cryptographyFailed() }
        }
        let parameters = X509_STORE_get0_param(store.pointer)
        X509_VERIFY_PARAM_set_time(parameters, time_t(time.timeIntervalSince1970))
        let context = try Handle(TS_VERIFY_CTX_new(), TS_VERIFY_CTX_free)
        // The context frees what it is given.
        guard X509_STORE_up_ref(store.pointer) == 1 else { throw .cryptographyFailed() }
        TS_VERIFY_CTX_set_store(context.pointer, store.pointer)
        guard let copy = CRYPTO_memdup(imprint.bytes, imprint.bytes.count, nil, 0) else { throw .cryptographyFailed() }
        TS_VERIFY_CTX_set_imprint(
            context.pointer, copy.assumingMemoryBound(to: UInt8.self), imprint.bytes.count)
        TS_VERIFY_CTX_set_flags(
            context.pointer, Int32(TS_VFY_VERSION | TS_VFY_IMPRINT | TS_VFY_SIGNATURE))
        guard TS_RESP_verify_response(context.pointer, handle.pointer) == 1 else {
            throw .openSSL(
                .timestampUntrusted, "时间戳不是给定的时间戳机构签的，或者被改动过。",
                "The time stamp was not signed by the given authority, or it was changed.")
        }
    }

    private static func checkGranted(_ answer: OpaquePointer) throws(Refusal) {
        let information = TS_RESP_get_status_info(answer)
        let status = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(information))
        guard [Int(TS_STATUS_GRANTED), Int(TS_STATUS_GRANTED_WITH_MODS)].contains(status) else {
            throw Refusal(
                .timestampRefused, "时间戳机构拒绝了请求（状态 \(status)），请换一个时间戳机构，或检查请求。",
                "The time stamp authority refused the request (status \(status)); try another one, or check the request."
            )
        }
    }

    /// Nil for another hash than SHA-256.
    private static func imprint(of content: OpaquePointer) -> Digest? {
        let imprint = TS_TST_INFO_get_msg_imprint(content)
        var algorithm: OpaquePointer?
        X509_ALGOR_get0(&algorithm, nil, nil, TS_MSG_IMPRINT_get_algo(imprint))
        guard OBJ_obj2nid(algorithm) == NID_sha256, let message = TS_MSG_IMPRINT_get_msg(imprint),
            ASN1_STRING_length(message) == Int32(Digest.byteCount), let bytes = ASN1_STRING_get0_data(message)
        else { return nil }
        return Digest(bytes: Array(UnsafeBufferPointer(start: bytes, count: Digest.byteCount)))
    }

    private static func unreadable() -> Refusal {
        .openSSL(
            .timestampUnreadable, "不是 SHA-256 的时间戳应答（RFC 3161，DER），请确认选对了文件。",
            "This is not an answer with a time stamp over SHA-256 (RFC 3161, DER); check that it is the right file.")
    }
}

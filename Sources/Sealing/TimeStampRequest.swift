import COpenSSL
package import ExamModel
package import Foundation

/// Asks a time stamp authority to stamp a hash (RFC 3161, 2.4.1), by a file or over HTTP (3.4). Without a nonce: an older
/// stamp of the same hash would say more, not less.
package struct TimeStampRequest: Sendable {
    package let digest: Digest
    /// As `openssl ts -query` writes it.
    package let der: Data

    package init(_ digest: Digest) throws(Refusal) {
        ErrorQueue.clear()
        let request = try Handle(TS_REQ_new(), TS_REQ_free)
        let imprint = try Handle(TS_MSG_IMPRINT_new(), TS_MSG_IMPRINT_free)
        guard let algorithm = X509_ALGOR_new() else { throw .cryptographyFailed() }
        defer { X509_ALGOR_free(algorithm) }
        var bytes = digest.bytes
        guard TS_REQ_set_version(request.pointer, 1) == 1,
            X509_ALGOR_set0(algorithm, OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nil) == 1,
            TS_MSG_IMPRINT_set_algo(imprint.pointer, algorithm) == 1,
            TS_MSG_IMPRINT_set_msg(imprint.pointer, &bytes, Int32(bytes.count)) == 1,
            TS_REQ_set_msg_imprint(request.pointer, imprint.pointer) == 1,
            TS_REQ_set_cert_req(request.pointer, 1) == 1
        else { throw .cryptographyFailed() }
        self.digest = digest
        der = try DER.data { i2d_TS_REQ(request.pointer, $0) }
    }

    /// The authority's answer, which is not judged yet. `server` is a URL with `http`: the answer is signed, so nothing
    /// is lost without TLS.
    ///
    /// Refuses: TIMESTAMP_REFUSED, TIMESTAMP_UNREADABLE.
    package func answer(from server: String, seconds: Int = 30) throws(Refusal) -> TimeStamp {
        ErrorQueue.clear()
        let (host, port, path) = try Self.parts(of: server)
        let request = try MemoryBuffer(der)
        let answer = OSSL_HTTP_transfer(
            nil, host, port, path, 0, nil, nil, nil, nil, nil, nil, 0, nil, "application/timestamp-query", request.bio,
            "application/timestamp-reply", 1, TimeStamp.byteLimit, Int32(seconds), 0)
        guard let answer else { throw Self.unreachable(server) }
        defer { BIO_free_all(answer) }
        var bytes: UnsafeMutablePointer<CChar>?
        let count = kc_bio_contents(answer, &bytes)
        guard let bytes, count > 0 else { throw Self.unreachable(server) }
        return try TimeStamp(Data(bytes: bytes, count: count))
    }

    private static func parts(of server: String) throws(Refusal) -> (host: String, port: String, path: String) {
        guard let url = URLComponents(string: server), url.scheme == "http", let host = url.host, !host.isEmpty else {
            throw Refusal(
                .timestampRefused, "时间戳服务器应写成 http://主机/路径，这里是“\(server)”（应答自带签名，不需要 https）。",
                "A time stamp server is named as http://host/path, not “\(server)” (the answer is signed; no https).")
        }
        let path = url.percentEncodedPath + (url.percentEncodedQuery.map { "?" + $0 } ?? "")
        return (host, "\(url.port ?? 80)", path.isEmpty ? "/" : path)
    }

    private static func unreachable(_ server: String) -> Refusal {
        .openSSL(
            .timestampRefused, "没有从时间戳服务器 \(server) 得到应答；可以用 --request 和 --response 以文件办理。",
            "There was no answer from the time stamp server \(server); files do it too (--request, --response).")
    }
}

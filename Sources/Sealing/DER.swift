import COpenSSL
import ExamModel
import Foundation

/// The distinguished encoding rules (X.690), as far as refusing what is not one whole element needs them.
enum DER {
    /// What `encode` (an `i2d_` function) writes.
    static func data(_ encode: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>) -> Int32) throws(Refusal) -> Data {
        var bytes: UnsafeMutablePointer<UInt8>?
        let count = encode(&bytes)
        guard count > 0, let bytes else { throw .cryptographyFailed() }
        return Data(
            bytesNoCopy: bytes, count: Int(count), deallocator: .custom { bytes, _ in CRYPTO_free(bytes, nil, 0) })
    }

    /// Refuses bytes that are not exactly one element of definite length.
    static func checkWhole(_ data: Data) throws(Refusal) {
        switch header(of: [UInt8](data.prefix(16)), claiming: data.count) {
        case .malformed:
            throw Refusal(
                .sealUnreadable, "不是 DER 编码的 CMS 数据，请确认选对了文件。",
                "This is not a CMS message in DER; check that it is the right file.")
        case .bytes(let count) where count > data.count:
            throw Refusal(
                .sealTruncated, "数据不完整（应有 \(count) 字节，实有 \(data.count) 字节），请重新复制。",
                "The data is cut off (\(count) bytes expected, \(data.count) found); copy it again.")
        case .bytes(let count) where count < data.count:
            throw Refusal(
                .sealTrailingBytes, "数据末尾多出 \(data.count - count) 字节，文件被改动过。",
                "\(data.count - count) bytes stand after the end of the data: the file was changed.")
        case .bytes:
            return
        }
    }

    private enum Extent {
        case malformed
        case bytes(Int)
    }

    /// How long the element is that begins with `start`.
    private static func header(of start: [UInt8], claiming count: Int) -> Extent {
        var (length, tag, kind) = (0, Int32(0), Int32(0))
        let result: (code: Int32, header: Int) = start.withUnsafeBufferPointer { buffer in
            var position = buffer.baseAddress
            let code = ASN1_get_object(&position, &length, &tag, &kind, count)
            guard let first = buffer.baseAddress, let position else { return (0x80, 0) }
            return (code, position - first)
        }
        ErrorQueue.clear()
        let isIndefinite = result.code & 1 != 0
        let isCutOff = start.count < 2 || result.header > start.count
        guard result.header >= 2, !isIndefinite, !isCutOff, length >= 0 else { return .malformed }
        return .bytes(result.header + length)
    }
}

import ExamModel
import Foundation
import Sealing

/// How a content is spelled before it is encrypted (from version 2 of the formats on): canonical JSON
/// `{"content":…,"nonce":"…","padding":"000…"}`.
///
/// The padding makes contents of one kind equally long, so that no size tells anything; the nonce, 256 random bits,
/// makes the hash of these bytes a commitment: the manifest names it, nobody can guess a content from it, and whoever is
/// shown the bytes later can check that they were sealed then.
enum SealedContent {
    private static let start = Data(#"{"content":"#.utf8)
    private static let beforeNonce = Data(#","nonce":""#.utf8)
    private static let beforePadding = Data(#"","padding":""#.utf8)
    private static let end = Data(#""}"#.utf8)
    private static let nonceDigits = 64
    private static let frameBytes =
        start.count + beforeNonce.count + nonceDigits + beforePadding.count + end.count

    /// Wraps contents, each of them canonical JSON, to one length: the least multiple of `step` bytes that holds the
    /// longest.
    static func wrap(_ contents: [Data], step: Int) throws(Refusal) -> [Data] {
        let longest = contents.map(\.count).max() ?? 0
        let length = (longest + frameBytes + step - 1) / step * step
        var wrapped: [Data] = []
        for content in contents {
            let padding = Data(repeating: UInt8(ascii: "0"), count: length - frameBytes - content.count)
            let nonce = Data(Hexadecimal.text(of: try Randomness.bytes(nonceDigits / 2)).utf8)
            wrapped.append(start + content + beforeNonce + nonce + beforePadding + padding + end)
        }
        return wrapped
    }

    static func wrap(_ content: Data, step: Int) throws(Refusal) -> Data {
        try wrap([content], step: step).first ?? Data()
    }

    /// The content that was wrapped. Refuses bytes that ``wrap(_:step:)`` does not write, as PACKAGE_INCONSISTENT.
    static func unwrap(_ data: Data, part: String, of file: String) throws(Refusal) -> Data {
        guard let rest = data.dropping(suffix: end)?.droppingZeros.dropping(suffix: beforePadding),
            rest.suffix(nonceDigits).allSatisfy(isDigit),
            let content = rest.dropLast(nonceDigits).dropping(suffix: beforeNonce)?.dropping(prefix: start)
        else { throw .inconsistent(part, of: file) }
        return Data(content)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}

extension Data {
    fileprivate func dropping(prefix: Data) -> Data? {
        starts(with: prefix) ? dropFirst(prefix.count) : nil
    }

    fileprivate func dropping(suffix: Data) -> Data? {
        count >= suffix.count && self.suffix(suffix.count) == suffix ? dropLast(suffix.count) : nil
    }

    fileprivate var droppingZeros: Data {
        let kept = lastIndex { $0 != UInt8(ascii: "0") }.map { $0 + 1 } ?? startIndex
        return self[..<kept]
    }
}

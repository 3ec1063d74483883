import COpenSSL
import Foundation

/// The bytes of a DER message that are the same in every envelope to one recipient: all identifiers, nesting and values,
/// without lengths and without the contents of OCTET STRINGs, BIT STRINGs and implicitly tagged strings, where keys,
/// nonces, ciphertext and tags stand. Those are checked by decrypting.
struct Skeleton: Equatable {
    private var bytes: [UInt8] = []

    /// Deeper than any envelope.
    private static let depthLimit = 16

    /// Nil when a length is not in its shortest form, or when the elements do not fill their parents exactly.
    init?(_ der: Data) {
        let isWhole = der.withUnsafeBytes { buffer -> Bool in
            guard let start = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return false }
            return append(UnsafeBufferPointer(start: start, count: buffer.count), depth: 0)
        }
        ErrorQueue.clear()
        guard isWhole else { return nil }
    }

    private mutating func append(_ elements: UnsafeBufferPointer<UInt8>, depth: Int) -> Bool {
        guard depth < Self.depthLimit else { return false }
        var rest = elements[...]
        while let identifier = rest.first {
            var (length, tag, kind) = (0, Int32(0), Int32(0))
            var position = UnsafeBufferPointer(rebasing: rest).baseAddress
            let code = ASN1_get_object(&position, &length, &tag, &kind, rest.count)
            guard code & 0x81 == 0, tag < 31, let position, let start = UnsafeBufferPointer(rebasing: rest).baseAddress,
                position - start == Self.headerLength(for: length)
            else { return false }
            let content = UnsafeBufferPointer(start: position, count: length)
            bytes.append(identifier)
            guard append(content, of: (code, tag, kind), depth: depth) else { return false }
            rest = rest.dropFirst(position - start + length)
        }
        return true
    }

    private mutating func append(
        _ content: UnsafeBufferPointer<UInt8>, of element: (code: Int32, tag: Int32, kind: Int32), depth: Int
    ) -> Bool {
        switch (element.code & V_ASN1_CONSTRUCTED != 0, element.kind, element.tag) {
        case (true, _, _):
            bytes.append(UInt8(ascii: "("))
            guard append(content, depth: depth + 1) else { return false }
            bytes.append(UInt8(ascii: ")"))
        case (false, V_ASN1_UNIVERSAL, V_ASN1_BIT_STRING):
            // How many bits of the last byte do not count, and of a point the form: one point may be written in two.
            bytes.append(contentsOf: content.prefix(2))
        case (false, V_ASN1_UNIVERSAL, V_ASN1_OCTET_STRING), (false, V_ASN1_CONTEXT_SPECIFIC, _):
            break
        default:
            bytes.append(contentsOf: content)
        }
        return true
    }

    private static func headerLength(for length: Int) -> Int {
        length < 0x80 ? 2 : 2 + (Int.bitWidth - length.leadingZeroBitCount + 7) / 8
    }
}

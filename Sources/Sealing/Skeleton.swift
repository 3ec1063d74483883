import COpenSSL
import Foundation

/// The bytes of a DER message that are the same in every envelope to the same recipients: all identifiers, nesting and values,
/// without lengths and without the contents of OCTET STRINGs, BIT STRINGs and implicitly tagged strings, where keys,
/// nonces, ciphertext and tags stand. Those are checked by decrypting.
struct Skeleton: Equatable, Sendable {
    private var bytes: [UInt8] = []

    /// Deeper than any envelope.
    private static let depthLimit = 16

    /// Nil when a length is not in its shortest form, when the elements do not fill their parents exactly, or when those
    /// of a SET are not in their order. That order is one of random bytes, so here their skeletons are sorted instead.
    init?(_ der: Data) {
        let isWhole = der.withUnsafeBytes { buffer -> Bool in
            guard let start = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return false }
            return append(UnsafeBufferPointer(start: start, count: buffer.count), depth: 0)
        }
        ErrorQueue.clear()
        guard isWhole else { return nil }
    }

    private init() {}

    /// - Parameter isSet: whether the elements are those of a SET.
    private mutating func append(_ elements: UnsafeBufferPointer<UInt8>, depth: Int, isSet: Bool = false) -> Bool {
        guard depth < Self.depthLimit else { return false }
        var rest = elements[...]
        var members: [(element: [UInt8], skeleton: [UInt8])] = []
        while !rest.isEmpty {
            var member = Skeleton()
            guard let length = member.appendElement(at: rest, depth: depth) else { return false }
            if isSet { members.append((Array(rest.prefix(length)), member.bytes)) } else { bytes += member.bytes }
            rest = rest.dropFirst(length)
        }
        guard zip(members, members.dropFirst()).allSatisfy({ $0.element.lexicographicallyPrecedes($1.element) }) else {
            return false
        }
        for skeleton in members.map(\.skeleton).sorted(by: { $0.lexicographicallyPrecedes($1) }) { bytes += skeleton }
        return true
    }

    /// Appends the first element of `rest`. Returns its length with its header, nil when it is malformed.
    private mutating func appendElement(at rest: Slice<UnsafeBufferPointer<UInt8>>, depth: Int) -> Int? {
        let start = UnsafeBufferPointer(rebasing: rest)
        var (length, tag, kind) = (0, Int32(0), Int32(0))
        var position = start.baseAddress
        let code = ASN1_get_object(&position, &length, &tag, &kind, rest.count)
        guard code & 0x81 == 0, tag < 31, let position, let base = start.baseAddress,
            position - base == Self.headerLength(for: length)
        else { return nil }
        bytes.append(start[0])
        let content = UnsafeBufferPointer(start: position, count: length)
        guard append(content, of: (code, tag, kind), depth: depth) else { return nil }
        return position - base + length
    }

    private mutating func append(
        _ content: UnsafeBufferPointer<UInt8>, of element: (code: Int32, tag: Int32, kind: Int32), depth: Int
    ) -> Bool {
        switch (element.code & V_ASN1_CONSTRUCTED != 0, element.kind, element.tag) {
        case (true, _, _):
            bytes.append(UInt8(ascii: "("))
            let isSet = element.kind == V_ASN1_UNIVERSAL && element.tag == V_ASN1_SET
            guard append(content, depth: depth + 1, isSet: isSet) else { return false }
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

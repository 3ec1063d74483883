import Foundation

/// Takes bytes off the beginning of a text's bytes; nil where there are not enough.
struct ByteReader {
    private var rest: ArraySlice<UInt8>

    init(_ data: Data) {
        rest = [UInt8](data)[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func byte() -> UInt8? { rest.popFirst() }

    mutating func bytes(_ count: Int) -> [UInt8]? {
        guard rest.count >= count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }

    /// As many bytes as the first one says.
    mutating func counted() -> [UInt8]? {
        byte().flatMap { bytes(Int($0)) }
    }

    mutating func text() -> String? {
        counted().flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// Six bytes, the highest first: seconds since 1970.
    mutating func date() -> Date? {
        bytes(6).map { Date(timeIntervalSince1970: TimeInterval($0.reduce(UInt64(0)) { $0 << 8 | UInt64($1) })) }
    }
}

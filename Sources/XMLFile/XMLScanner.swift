package import ExamModel
import Glibc

/// A pull parser for parts with millions of elements (worksheets, shared strings), where a library that makes a string of
/// every name and text costs more than all the rest. It holds one token at a time, whatever the length of the document.
///
/// Elements must be closed in their order; document types and entities are refused as ``XMLReader`` does; nesting ends at
/// 256, a token at 10 MB. Names are local names. UTF-8 only: see ``isUTF8``.
package struct XMLScanner {
    package enum Token {
        case start, end, text, finish
    }

    package typealias Source = (UnsafeMutableRawBufferPointer) throws(Refusal) -> Int

    private static let tokenLimit = 10 << 20
    private static let depthLimit = 256

    private let source: Source
    let place: Place
    let damaged: Refusal
    /// Owns the bytes that `buffer` points to.
    private var storage: ByteStorage
    private(set) var buffer: UnsafeMutablePointer<UInt8>
    private var capacity: Int { storage.capacity }
    /// Bytes from `tokenStart` on are kept when more are read.
    private var tokenStart = 0
    private var position = 0
    private var limit = 0
    private var isExhausted = false

    /// Names of the open elements, one behind the other, and where each begins.
    private var openNames: [UInt8] = []
    private var openStarts: [Int] = []
    private var hasRoot = false
    private var isEmptyElement = false

    /// The local name of the element that was told last.
    private(set) var name = 0..<0
    /// Where its attributes stand.
    private(set) var attributes = 0..<0
    /// The text that was told last, references not resolved.
    private(set) var textRange = 0..<0
    private(set) var isRaw = false

    /// - Parameters:
    ///   - damaged: thrown when the text is no XML.
    ///   - source: fills a buffer from its beginning and says how far; 0 at the end.
    package init(at place: Place, damaged: Refusal, source: @escaping Source) throws(Refusal) {
        (self.place, self.damaged, self.source) = (place, damaged, source)
        storage = ByteStorage(capacity: 1 << 16)
        buffer = storage.bytes
        while limit < 256, try fill() {}
        if limit >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { position = 3 }
    }

    /// Whether the document begins as UTF-8 does and claims no other encoding.
    package var isUTF8: Bool {
        guard limit - position >= 2, buffer[position] == UInt8(ascii: "<"), buffer[position + 1] != 0 else {
            return limit - position < 2 || (buffer[position] < 0xFE && buffer[position] != 0)
        }
        let head = String(
            decoding: UnsafeBufferPointer(start: buffer + position, count: min(limit - position, 200)), as: UTF8.self)
        guard head.hasPrefix("<?xml"), let declaration = head.split(separator: "?>").first,
            let value = declaration.split(separator: "encoding", maxSplits: 1).dropFirst().first
        else { return true }
        let encoding = value.drop { "= \t\r\n\"'".contains($0) }.prefix { !"\"'".contains($0) }.lowercased()
        return ["utf-8", "utf8", "us-ascii", "ascii"].contains(encoding)
    }

    /// The next start, end or text; `finish` at the end of the document. Empty elements have an end too.
    package mutating func next() throws(Refusal) -> Token {
        if isEmptyElement {
            isEmptyElement = false
            close()
            return .end
        }
        while true {
            tokenStart = position
            guard try has(1) else {
                guard openStarts.isEmpty, hasRoot else { throw damaged }
                return .finish
            }
            if buffer[position] != UInt8(ascii: "<") {
                if try text() { return .text }
            } else if let token = try markup() {
                return token
            }
        }
    }

    // MARK: Reading

    /// Reads more behind what is there; false at the end of the source.
    private mutating func fill() throws(Refusal) -> Bool {
        guard !isExhausted else { return false }
        if tokenStart > 0 {
            memmove(buffer, buffer + tokenStart, limit - tokenStart)
            (position, limit, tokenStart) = (position - tokenStart, limit - tokenStart, 0)
        }
        if limit == capacity {
            guard capacity < Self.tokenLimit else { throw damaged }
            let larger = ByteStorage(capacity: capacity * 2)
            memcpy(larger.bytes, buffer, limit)
            (storage, buffer) = (larger, larger.bytes)
        }
        let count = try source(UnsafeMutableRawBufferPointer(start: buffer + limit, count: capacity - limit))
        limit += count
        isExhausted = count == 0
        return count > 0
    }

    /// Whether there are `count` bytes from `position` on.
    private mutating func has(_ count: Int) throws(Refusal) -> Bool {
        while limit - position < count {
            guard try fill() else { return false }
        }
        return true
    }

    /// Moves to the next `byte`; false when there is none.
    private mutating func seek(_ byte: UInt8) throws(Refusal) -> Bool {
        while true {
            if limit > position, let found = memchr(buffer + position, Int32(byte), limit - position) {
                position = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - UnsafePointer(buffer)
                return true
            }
            position = limit
            guard try fill() else { return false }
        }
    }

    /// Moves behind the next `mark`.
    private mutating func skip(past mark: StaticString) throws(Refusal) {
        let length = mark.utf8CodeUnitCount
        while try seek(mark.utf8Start[0]) {
            guard try has(length) else { break }
            if memcmp(buffer + position, mark.utf8Start, length) == 0 { return position += length }
            position += 1
        }
        throw damaged
    }

    private mutating func begins(with mark: StaticString) throws(Refusal) -> Bool {
        let length = mark.utf8CodeUnitCount
        return try has(length) && memcmp(buffer + position, mark.utf8Start, length) == 0
    }

    // MARK: Tokens

    /// False for white space outside the document's element.
    private mutating func text() throws(Refusal) -> Bool {
        _ = try seek(UInt8(ascii: "<"))
        (textRange, isRaw) = (tokenStart..<position, false)
        guard openStarts.isEmpty else { return true }
        guard textRange.allSatisfy({ buffer[$0] <= 0x20 }) else { throw damaged }
        return false
    }

    private mutating func markup() throws(Refusal) -> Token? {
        guard try has(2) else { throw damaged }
        switch buffer[position + 1] {
        case UInt8(ascii: "/"):
            try end()
            return .end
        case UInt8(ascii: "?"):
            try skip(past: "?>")
            return nil
        case UInt8(ascii: "!"):
            if try begins(with: "<!--") {
                position += 4
                try skip(past: "-->")
                return nil
            }
            guard try begins(with: "<![CDATA["), !openStarts.isEmpty else { throw .xmlEntity(at: place) }
            position += 9
            try skip(past: "]]>")
            (textRange, isRaw) = ((tokenStart + 9)..<(position - 3), true)
            return .text
        default:
            try start()
            return .start
        }
    }

    private mutating func start() throws(Refusal) {
        guard openStarts.count < Self.depthLimit, !openStarts.isEmpty || !hasRoot else { throw damaged }
        var cursor = 1
        var quote: UInt8 = 0
        while true {
            if tokenStart + cursor >= limit { guard try fill() else { throw damaged } }
            let byte = buffer[tokenStart + cursor]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: ">") {
                break
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "<") {
                throw damaged
            }
            cursor += 1
        }
        let close = tokenStart + cursor
        position = close + 1
        isEmptyElement = buffer[close - 1] == UInt8(ascii: "/")
        let end = isEmptyElement ? close - 1 : close
        let full = (tokenStart + 1)..<nameEnd(from: tokenStart + 1, to: end)
        guard !full.isEmpty else { throw damaged }
        name = local(full)
        attributes = full.upperBound..<end
        openStarts.append(openNames.count)
        openNames.append(contentsOf: UnsafeBufferPointer(start: buffer + full.lowerBound, count: full.count))
        hasRoot = true
    }

    private mutating func end() throws(Refusal) {
        guard try seek(UInt8(ascii: ">")), let start = openStarts.last else { throw damaged }
        let full = (tokenStart + 2)..<nameEnd(from: tokenStart + 2, to: position)
        let isSame = openNames.withUnsafeBufferPointer { open in
            open.count - start == full.count
                && full.indices.allSatisfy { buffer[$0] == open[start + $0 - full.lowerBound] }
        }
        guard isSame else { throw damaged }
        name = local(full)
        position += 1
        close()
    }

    private mutating func close() {
        guard let start = openStarts.popLast() else { return }
        openNames.removeSubrange(start...)
    }

    private func nameEnd(from start: Int, to end: Int) -> Int {
        var index = start
        while index < end, buffer[index] > 0x20, buffer[index] != UInt8(ascii: "/") { index += 1 }
        return index
    }

    /// Without the prefix of its namespace.
    private func local(_ full: Range<Int>) -> Range<Int> {
        var start = full.lowerBound
        for index in full where buffer[index] == UInt8(ascii: ":") { start = index + 1 }
        return start..<full.upperBound
    }
}

/// Bytes that are given back when nobody holds them any more.
private final class ByteStorage {
    let bytes: UnsafeMutablePointer<UInt8>
    let capacity: Int

    init(capacity: Int) {
        bytes = .allocate(capacity: capacity)
        self.capacity = capacity
    }

    deinit {
        bytes.deallocate()
    }
}

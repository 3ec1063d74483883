import ExamModel
import Foundation
import Sealing

/// Reads a line of a ledger in one pass over its bytes, where it is spelled as almost all lines are: canonical JSON without
/// escapes in its texts and with ASCII names in its note. A ledger of 100,000 lines is read ten times as fast like this.
///
/// Answers nil for every other line, sound or not, about which ``CanonicalJSON`` decides then: what is read here is what
/// it would read, and it would write the same bytes.
struct LineScanner {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    /// The line, and the bytes without the signature's member, which its signature stands for.
    static func scan(_ line: UnsafeRawBufferPointer) -> (line: LedgerLine, signed: Data)? {
        var scanner = LineScanner(bytes: line)
        return scanner.line()
    }

    private init(bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    private mutating func line() -> (line: LedgerLine, signed: Data)? {
        guard take(#"{"action":""#), let action = text(), take(#","actor":""#), let role = text(),
            let actor = Purpose(rawValue: role),
            take(#","inputs":["#), let inputs = artifacts(), take(#","note":{"#), let note = note(),
            take(#","outputs":["#), let outputs = artifacts(), take(#","previousSha256":""#), let previous = digest(),
            take(#","sequence":"#), let sequence = number()
        else { return nil }
        let start = position
        guard take(#","signature":""#), let signature = base64() else { return nil }
        let end = position
        guard take(#","time":""#), let time = time(), take(#","version":1}"#), position == bytes.count else {
            return nil
        }
        let line = LedgerLine(
            LedgerEntry(
                time: time, action: LedgerAction(rawValue: action), inputs: inputs, outputs: outputs, note: note),
            by: actor, sequence: sequence, after: previous, signature: signature)
        return (line, Data(bytes[..<start]) + Data(bytes[end...]))
    }

    // MARK: Pieces, each up to and with its closing mark

    private mutating func artifacts() -> [LedgerArtifact]? {
        var artifacts: [LedgerArtifact] = []
        if take("]") { return artifacts }
        repeat {
            guard take(#"{"name":""#), let name = text(), take(#","sha256":""#), let digest = digest(), take("}") else {
                return nil
            }
            artifacts.append(LedgerArtifact(name: name, sha256: digest))
        } while take(",")
        return take("]") ? artifacts : nil
    }

    /// Names of ASCII in the order of their bytes, which is every sorting's order of them.
    private mutating func note() -> [String: String]? {
        var note: [String: String] = [:]
        var last: String?
        if take("}") { return note }
        repeat {
            guard take("\""), let name = text(), take(":\""), let value = text(), name.utf8.allSatisfy({ $0 < 0x80 }),
                last.map({ $0 < name }) ?? true
            else { return nil }
            note[name] = value
            last = name
        } while take(",")
        return take("}") ? note : nil
    }

    /// UTF-8 in which nothing is escaped, nor had to be.
    private mutating func text() -> String? {
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                defer { position += 1 }
                return String(validating: bytes[start..<position], as: UTF8.self)
            }
            guard byte >= 0x20, byte != 0x7F, byte != UInt8(ascii: "\\") else { return nil }
            position += 1
        }
        return nil
    }

    private mutating func digest() -> Digest? {
        text().flatMap { Digest(text: $0) }
    }

    private mutating func number() -> Int? {
        guard position < bytes.count, bytes[position] != UInt8(ascii: "0") else { return nil }
        return digits(upTo: 18)
    }

    private mutating func digits(upTo limit: Int) -> Int? {
        var (value, count) = (0, 0)
        while count < limit, position < bytes.count, case let digit = bytes[position], (0x30...0x39).contains(digit) {
            value = value * 10 + Int(digit - 0x30)
            count += 1
            position += 1
        }
        return count > 0 ? value : nil
    }

    private mutating func digits(exactly count: Int) -> Int? {
        let start = position
        guard let value = digits(upTo: count), position - start == count else { return nil }
        return value
    }

    /// `2026-05-28T20:26:40Z`, a moment from 1970 to 2199.
    private mutating func time() -> Date? {
        guard let year = digits(exactly: 4), take("-"), let month = digits(exactly: 2), take("-"),
            let day = digits(exactly: 2), take("T"), let hour = digits(exactly: 2), take(":"),
            let minute = digits(exactly: 2), take(":"), let second = digits(exactly: 2), take("Z\""),
            (1970..<2200).contains(year), (1...12).contains(month), hour < 24, minute < 60, second < 60
        else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...lengths[month - 1]).contains(day) else { return nil }
        let before = year - 1
        let leaps = (before / 4 - before / 100 + before / 400) - (1969 / 4 - 1969 / 100 + 1969 / 400)
        let days = (year - 1970) * 365 + leaps + lengths[..<(month - 1)].reduce(0, +) + day - 1
        return Date(timeIntervalSince1970: TimeInterval(((days * 24 + hour) * 60 + minute) * 60 + second))
    }

    /// In the one spelling that there is of it.
    private mutating func base64() -> Data? {
        guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        let text = Data(bytes[position..<end])
        position = end + 1
        guard let data = Data(base64Encoded: text), data.base64EncodedData() == text else { return nil }
        return data
    }

    private mutating func take(_ mark: StaticString) -> Bool {
        let count = mark.utf8CodeUnitCount
        guard let start = bytes.baseAddress, bytes.count - position >= count,
            memcmp(start + position, mark.utf8Start, count) == 0
        else { return false }
        position += count
        return true
    }
}

import CanonicalJSON
import ExamModel
import Foundation
import Sealing

/// Reads a line of a ledger in one pass over its bytes, where it is spelled as almost all lines are: canonical JSON without
/// escapes in its texts and with ASCII names in its note.
///
/// Answers nil for every other line, sound or not, about which ``CanonicalJSON`` decides then: what is read here is what
/// it would read, and it would write the same bytes.
struct LineScanner {
    private var scanner: CanonicalScanner

    /// The line, and the bytes without the signature's member, which its signature stands for.
    static func scan(_ line: UnsafeRawBufferPointer) -> (line: LedgerLine, signed: Data)? {
        var scanner = LineScanner(scanner: CanonicalScanner(line))
        return scanner.line()
    }

    private mutating func line() -> (line: LedgerLine, signed: Data)? {
        guard scanner.take(#"{"action":""#), let action = scanner.text(), scanner.take(#","actor":""#),
            let role = scanner.text(),
            let actor = Purpose(rawValue: role),
            scanner.take(#","inputs":["#), let inputs = artifacts(), scanner.take(#","note":{"#), let note = note(),
            scanner.take(#","outputs":["#), let outputs = artifacts(), scanner.take(#","previousSha256":""#),
            let previous = digest(),
            scanner.take(#","sequence":"#), let sequence = scanner.integer(), sequence > 0
        else { return nil }
        let start = scanner.position
        guard scanner.take(#","signature":""#), let signature = scanner.base64() else { return nil }
        let end = scanner.position
        guard scanner.take(#","time":""#), let time = time(), scanner.take(#","version":1}"#), scanner.isAtEnd else {
            return nil
        }
        let line = LedgerLine(
            LedgerEntry(
                time: time, action: LedgerAction(rawValue: action), inputs: inputs, outputs: outputs, note: note),
            by: actor, sequence: sequence, after: previous, signature: signature)
        return (line, scanner.bytes(0..<start) + scanner.bytes(end..<scanner.position))
    }

    // MARK: Pieces, each up to and with its closing mark

    private mutating func artifacts() -> [LedgerArtifact]? {
        var artifacts: [LedgerArtifact] = []
        if scanner.take("]") { return artifacts }
        repeat {
            guard scanner.take(#"{"name":""#), let name = scanner.text(), scanner.take(#","sha256":""#),
                let digest = digest(), scanner.take("}")
            else {
                return nil
            }
            artifacts.append(LedgerArtifact(name: name, sha256: digest))
        } while scanner.take(",")
        return scanner.take("]") ? artifacts : nil
    }

    /// Names of ASCII in the order of their bytes, which is every sorting's order of them.
    private mutating func note() -> [String: String]? {
        var note: [String: String] = [:]
        var last: String?
        if scanner.take("}") { return note }
        repeat {
            guard scanner.take("\""), let name = scanner.text(), scanner.take(":\""), let value = scanner.text(),
                name.utf8.allSatisfy({ $0 < 0x80 }),
                last.map({ $0 < name }) ?? true
            else { return nil }
            note[name] = value
            last = name
        } while scanner.take(",")
        return scanner.take("}") ? note : nil
    }

    private mutating func digest() -> Digest? {
        scanner.text().flatMap { Digest(text: $0) }
    }

    /// `2026-05-28T20:26:40Z`, a moment from 1970 to 2199.
    private mutating func time() -> Date? {
        guard let year = scanner.digits(exactly: 4), scanner.take("-"), let month = scanner.digits(exactly: 2),
            scanner.take("-"),
            let day = scanner.digits(exactly: 2), scanner.take("T"), let hour = scanner.digits(exactly: 2),
            scanner.take(":"),
            let minute = scanner.digits(exactly: 2), scanner.take(":"), let second = scanner.digits(exactly: 2),
            scanner.take("Z\""),
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
}

package import ExamModel
import Foundation

/// Bytes as lines that a person can type or a QR code can hold: `07 K3M9-QWXZ-7P2R-0A1B-VTX4`, the line's number, ten bytes
/// in Crockford's base 32, and four characters by which a misprint is found in its line.
enum TypedBytes {
    private static let bytesInLine = 10
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    static func lines(of data: Data) -> [String] {
        let bytes = [UInt8](data)
        return stride(from: 0, to: bytes.count, by: bytesInLine).enumerated().map { index, start in
            let part = Array(bytes[start..<min(start + bytesInLine, bytes.count)])
            let letters = text(of: part) + check(part, line: index + 1)
            let groups = stride(from: 0, to: letters.count, by: 4).map { at in
                String(letters[at..<min(at + 4, letters.count)])
            }
            return (index < 9 ? "0" : "") + "\(index + 1) " + groups.joined(separator: "-")
        }
    }

    /// Reads lines as people type them: in any case, with or without hyphens, O for 0, I and L for 1. Refuses, naming the
    /// line: RELEASE_TEXT.
    static func data(typed text: String, in file: String) throws(Refusal) -> Data {
        var data = Data()
        let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }
        for (index, line) in lines.enumerated() {
            guard let bytes = bytes(in: line, number: index + 1) else { throw misprint(in: file, line: index + 1) }
            data += bytes
        }
        return data
    }

    private static func bytes(in line: String, number: Int) -> [UInt8]? {
        let parts = line.split(maxSplits: 1, whereSeparator: \.isWhitespace)
        guard parts.count == 2, Int(parts[0]) == number else { return nil }
        var values: [Int] = []
        for letter in parts[1].uppercased() where letter != "-" && !letter.isWhitespace {
            let meant: Character = letter == "O" ? "0" : letter == "I" || letter == "L" ? "1" : letter
            guard let value = alphabet.firstIndex(of: meant) else { return nil }
            values.append(value)
        }
        let bits = values.dropLast(4).flatMap { value in (0..<5).map { value >> (4 - $0) & 1 } }
        let bytes = (0..<bits.count / 8).map { at in bits[at * 8..<at * 8 + 8].reduce(UInt8(0)) { $0 << 1 | UInt8($1) }
        }
        guard !bytes.isEmpty, bytes.count <= bytesInLine else { return nil }
        return values.map { alphabet[$0] } == self.text(of: bytes) + check(bytes, line: number) ? bytes : nil
    }

    private static func text(of bytes: [UInt8]) -> [Character] {
        var bits = bytes.flatMap { byte in (0..<8).map { Int(byte >> (7 - $0) & 1) } }
        bits += [Int](repeating: 0, count: (5 - bits.count % 5) % 5)
        return stride(from: 0, to: bits.count, by: 5).map { at in
            alphabet[bits[at..<at + 5].reduce(0) { $0 << 1 | $1 }]
        }
    }

    /// A polynomial in 37 over the prime field below 2²⁰, with the line's number as its first coefficient: one wrong
    /// character and a line in another place never go unseen, of other misprints one in a million.
    private static func check(_ bytes: [UInt8], line: Int) -> [Character] {
        let prime = 1_048_573
        let sum = bytes.reduce(line) { ($0 * 37 * 37 + Int($1 >> 4) * 37 + Int($1 & 15) + 1) % prime }
        return (0..<4).map { alphabet[sum >> (15 - 5 * $0) & 31] }
    }

    private static func misprint(in file: String, line: Int) -> Refusal {
        Refusal(
            .releaseText, at: Place(file: file, line: line), "第 \(line) 行有误，请对照原文逐字核对这一行。",
            "line \(line) has a misprint: compare it with the original, character by character.")
    }
}

extension FindingCode {
    /// A release that was typed or scanned, and is not what was printed.
    package static let releaseText: FindingCode = "RELEASE_TEXT"
}

import ExamModel
import Foundation
import XMLFile
import ZipFile

extension XMLScanner {
    /// A scanner over a part of a workbook, in whatever encoding it is.
    static func over(
        _ part: String, of archive: ZipReader, at place: Place
    ) throws(Refusal) -> XMLScanner? {
        guard let stream = try archive.stream(part) else { return nil }
        let damaged = WorkbookReader.damaged(at: place)
        let scanner = try XMLScanner(at: place, damaged: damaged) { buffer throws(Refusal) in
            try stream.read(into: buffer)
        }
        guard !scanner.isUTF8, let data = try archive.data(part) else { return scanner }
        var rest = try TextFile(name: place.file ?? part, data: data).bytes[...]
        return try XMLScanner(at: place, damaged: damaged) { buffer in
            let piece = rest.prefix(buffer.count)
            buffer.copyBytes(from: piece)
            rest = rest.dropFirst(piece.count)
            return piece.count
        }
    }

    /// Appends the text of a string item (`si` or `is`, ECMA-376 part 1, 18.4.8) whose start was just told: all runs,
    /// without phonetic hints (`rPh`). Reads past its end.
    mutating func richText(until element: StaticString, into text: inout [UInt8]) throws(Refusal) {
        var isText = false
        var phoneticDepth = 0
        let start = text.count
        while true {
            switch try next() {
            case .start:
                if isNamed("rPh") { phoneticDepth += 1 }
                isText = isNamed("t") && phoneticDepth == 0
            case .end:
                if isNamed("rPh") { phoneticDepth -= 1 }
                isText = false
                if isNamed(element) { return text.unescapeXString(from: start) }
            case .text: if isText { try appendText(to: &text) }
            case .finish: return
            }
        }
    }
}

extension [UInt8] {
    /// Writes `_x000D_` and its like from `start` on as the characters they stand for (ECMA-376 part 1, 22.9.2.19
    /// ST_Xstring).
    mutating func unescapeXString(from start: Int) {
        guard self[start...].contains(UInt8(ascii: "_")) else { return }
        let text = String(decoding: self[start...], as: UTF8.self)
        guard text.contains("_x") else { return }
        replaceSubrange(start..., with: text.unescapedXString.utf8)
    }
}

extension String {
    fileprivate var unescapedXString: String {
        replacing(/_x([0-9A-Fa-f]{4})_/) { match in
            UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? String(match.0)
        }
    }
}

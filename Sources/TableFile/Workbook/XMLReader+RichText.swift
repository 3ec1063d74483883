import ExamModel
import Foundation
import XMLFile

extension XMLReader {
    convenience init(workbook data: Data, at place: Place) throws(Refusal) {
        try self.init(data, at: place, damaged: WorkbookReader.damaged(at: place))
    }

    /// The text of a string item (`si` or `is`, ECMA-376 part 1, 18.4.8) whose start was just told: all runs, without
    /// phonetic hints (`rPh`). Reads past its end.
    func richText(until element: String) throws(Refusal) -> String {
        var text = ""
        var isText = false
        var phoneticDepth = 0
        while let event = try next() {
            switch event {
            case .start("rPh"): phoneticDepth += 1
            case .end("rPh"): phoneticDepth -= 1
            case .start("t"): isText = phoneticDepth == 0
            case .end("t"): isText = false
            case .text(let part) where isText: text += part
            case .end(element): return text.unescapedXString
            default: break
            }
        }
        return text
    }
}

extension String {
    /// `_x000D_` and its like as the characters they stand for (ECMA-376 part 1, 22.9.2.19 ST_Xstring).
    var unescapedXString: String {
        guard utf8.contains(UInt8(ascii: "_")), contains("_x") else { return self }
        return replacing(/_x([0-9A-Fa-f]{4})_/) { match in
            UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? String(match.0)
        }
    }
}

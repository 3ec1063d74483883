import ExamModel
import XMLFile

/// A formula in MathML on one line: `1/2`, `10⁸`, `√(a+b)`.
enum MathText {
    /// Reads up to the end of the `math` whose start was just told.
    static func read(_ xml: XMLReader) throws(Refusal) -> String { try content(of: "math", xml) }

    private static func content(of name: String, _ xml: XMLReader) throws(Refusal) -> String {
        var parts: [String] = []
        reading: while let event = try xml.next() {
            switch event {
            case .text(let text): if !text.isBlank { parts.append(text.trimmed) }
            case .start("annotation"): try xml.skip("annotation")
            case .start("annotation-xml"): try xml.skip("annotation-xml")
            case .start(let inner): parts.append(try content(of: inner, xml))
            case .end(name): break reading
            default: break
            }
        }
        return joined(parts, in: name)
    }

    private static func joined(_ parts: [String], in name: String) -> String {
        switch (name, parts.count) {
        case ("mfrac", 2): grouped(parts[0]) + "/" + grouped(parts[1])
        case ("msup", 2): parts[0] + raised(parts[1], by: .raised, mark: "^")
        case ("msub", 2): parts[0] + raised(parts[1], by: .lowered, mark: "_")
        case ("msqrt", 1...): "√" + grouped(row(parts))
        default: row(parts)
        }
    }

    /// Figures that follow each other stay apart: `1 1/2`.
    private static func row(_ parts: [String]) -> String {
        parts.reduce(into: "") { row, part in
            if row.last?.isNumber == true, part.first?.isNumber == true { row += " " }
            row += part
        }
    }

    private static func raised(_ text: String, by script: Script, mark: String) -> String {
        let marked = script.text(text)
        return marked == text ? mark + grouped(text) : marked
    }

    private static func grouped(_ text: String) -> String {
        text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." } ? text : "(" + text + ")"
    }
}

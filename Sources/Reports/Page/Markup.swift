import ExamModel

/// A piece of a page: well-formed XHTML that browsers read as HTML. Text gets in only escaped.
struct Markup {
    let source: String

    private init(source: String) {
        self.source = source
    }

    static let nothing = Markup(source: "")

    static func text(_ text: String) -> Markup {
        Markup(source: escaped(text))
    }

    static func group(_ parts: [Markup]) -> Markup {
        Markup(source: parts.map(\.source).joined())
    }

    /// An element; without children it closes itself, unless it is one that browsers want closed.
    static func element(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [Markup] = []
    ) -> Markup {
        let head = name + attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
        if children.isEmpty && selfClosing.contains(name) { return Markup(source: "<\(head) />") }
        let end = lineBreaking.contains(name) ? "\n" : ""
        return Markup(source: "<\(head)>\(children.map(\.source).joined())</\(name)>\(end)")
    }

    static func element(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ text: String
    ) -> Markup {
        element(name, attributes, [.text(text)])
    }

    /// A style sheet of ours: it may hold neither `<` nor `&`, which mean something else in HTML than in XML.
    static func style(_ sheet: String) -> Markup {
        Markup(source: "<style>\n\(sheet)\n</style>\n")
    }

    static func document(in language: Language = .chinese, head: [Markup], body: [Markup]) -> String {
        let root = element(
            "html",
            ["xmlns": "http://www.w3.org/1999/xhtml", "lang": language.rawValue, "xml:lang": language.rawValue],
            [element("head", [:], head), element("body", [:], body)])
        return "<!DOCTYPE html>\n" + root.source
    }

    private static let selfClosing: Set<String> = ["meta", "rect", "line", "polyline", "br", "circle", "polygon"]
    private static let lineBreaking: Set<String> = [
        "head", "header", "main", "section", "table", "thead", "tbody", "tr", "p", "h1", "h2", "h3", "li", "ul", "ol",
        "svg",
        "footer", "nav", "title", "dl", "div", "figure",
    ]

    /// The five characters that mean something, and the controls that XML 1.0 (section 2.2) does not allow at all.
    private static func escaped(_ text: String) -> String {
        let special = text.utf8.contains { byte in
            byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xEF || "&<>\"'".utf8.contains(byte)
        }
        guard special else { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\t", "\n", "\r": result += " "
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

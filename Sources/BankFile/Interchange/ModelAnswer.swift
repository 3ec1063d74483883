/// A model answer and a rationale in one text, for formats that have a place for one only.
enum ModelAnswer {
    private static let answerTitle = "参考答案："
    private static let rationaleTitle = "\n解析："

    static func text(_ answer: String, rationale: String) -> String {
        answerTitle + answer + (rationale.isEmpty ? "" : rationaleTitle + rationale)
    }

    static func split(_ text: String) -> (answer: String, rationale: String) {
        guard let title = text.prefixMatch(of: /(?:参考答案|标准答案|答案|答)[:：]\s*/) else { return ("", text) }
        let rest = text[title.range.upperBound...]
        guard let range = rest.firstRange(of: rationaleTitle) else { return (String(rest), "") }
        return (String(rest[..<range.lowerBound]), String(rest[range.upperBound...]))
    }
}

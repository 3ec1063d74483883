/// A model answer and a rationale in one text, for formats that have a place for one only.
enum ModelAnswer {
    private static let answerTitle = "参考答案："
    private static let rationaleTitle = "\n解析："

    static func text(_ answer: String, rationale: String) -> String {
        answerTitle + answer + (rationale.isEmpty ? "" : rationaleTitle + rationale)
    }

    static func split(_ text: String) -> (answer: String, rationale: String) {
        guard text.hasPrefix(answerTitle) else { return ("", text) }
        let rest = text.dropFirst(answerTitle.count)
        guard let range = rest.firstRange(of: rationaleTitle) else { return (String(rest), "") }
        return (String(rest[..<range.lowerBound]), String(rest[range.upperBound...]))
    }
}

/// The answers of a gap in Moodle's embedded-answer format.
enum ClozeGap {
    static func accepted(_ content: String) -> [String] {
        var answers: [String] = []
        var part = ""
        var (isEscaped, isRight, isFeedback) = (false, false, false)
        func finish() {
            if let match = part.prefixMatch(of: /%(\d+)%/) {
                isRight = match.1 == "100"
                part = String(part[match.range.upperBound...])
            }
            if isRight, !part.isEmpty { answers.append(part) }
            (part, isRight, isFeedback) = ("", false, false)
        }
        for character in content {
            if isEscaped {
                if !isFeedback { part.append(character) }
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "~" {
                finish()
            } else if character == "=", part.isEmpty {
                isRight = true
            } else if character == "#" {
                isFeedback = true
            } else if !isFeedback {
                part.append(character)
            }
        }
        finish()
        return answers
    }

    /// Moodle takes a star for any characters: such an answer is no text that could be compared.
    static func isPattern(_ accepted: [String]) -> Bool { accepted.contains { $0.contains("*") } }

    static func text(_ accepted: [String]) -> String {
        "{1:SHORTANSWER:" + accepted.map { "=" + escaped($0) }.joined(separator: "~") + "}"
    }

    private static func escaped(_ text: String) -> String {
        text.map { "\\~#}{\"/=".contains($0) ? "\\\($0)" : String($0) }.joined()
    }

    /// The text ends in a run of underscores or an empty bracket, which the gap fills.
    static func endsInBlank(_ text: String) -> Bool {
        let folded = Folded.stem(text.suffix(60))
        return folded.hasSuffix("()")
    }
}

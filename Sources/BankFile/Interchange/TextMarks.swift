import ExamModel
import XMLFile

/// What raised figures and underlined blanks of HTML become in plain text: 10⁸, ____.
struct TextMarks {
    /// Elements that are open, and how many bytes stood before them.
    private var open: [(name: String, start: Int)] = []

    mutating func begin(_ name: String, in text: String) {
        if name == "sup" || name == "sub" || name == "u" { open.append((name, text.utf8.count)) }
    }

    mutating func end(_ name: String, in text: inout String) {
        guard let last = open.last, last.name == name else { return }
        open.removeLast()
        guard last.start < text.utf8.count else { return }
        let start = text.utf8.index(text.startIndex, offsetBy: last.start)
        let inside = String(text[start...])
        let marked =
            switch name {
            case "sup": Script.raised.text(inside)
            case "sub": Script.lowered.text(inside)
            default: inside.isBlank ? "____" : inside
            }
        text.replaceSubrange(start..., with: marked)
    }
}

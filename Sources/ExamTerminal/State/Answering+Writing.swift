import ExamModel
import Sitting

extension Answering {
    /// Whether the item shown is answered in words: characters are text there, commands are function keys.
    var takesWords: Bool { !item.type.isChosen }

    /// What is written, one text a blank; a short answer has one.
    var texts: [String] {
        sitting.responses[item.id]?.texts ?? [String](repeating: "", count: max(item.blanks, 1))
    }

    mutating func write(_ input: Input, in size: ScreenSize) -> Request? {
        switch input {
        case .character(let character): return write(texts[option] + String(character), at: option)
        case .backspace: return write(String(texts[option].dropLast()), at: option)
        case .text(let field, let text): return write(text, at: field)
        case .enter where item.type == .shortAnswer: return write(texts[option] + "\n", at: option)
        case .enter: option = min(option + 1, texts.count - 1)
        case .field(let field): option = min(field, texts.count - 1)
        case .left, .pageUp: go(to: position - 1)
        case .right, .pageDown: go(to: position + 1)
        case .up: leaveCaret(in: size) { $0.moveUp(in: size) }
        case .down: leaveCaret(in: size) { $0.moveDown(in: size) }
        default: return handleAnywhere(input)
        }
        return nil
    }

    /// How many lines of the item are above the window: while somebody writes, as many as show where they write.
    func firstLine(in layout: ItemLayout) -> Int {
        let above = layout.clamped(scroll)
        guard isWriting, let caret = layout.caret else { return above }
        return layout.clamped(max(min(above, caret.row), caret.row - layout.height + 1))
    }

    private mutating func write(_ text: String, at field: Int) -> Request? {
        guard texts.indices.contains(field), texts[field] != text else { return nil }
        option = field
        isWriting = true
        var after = texts
        after[field] = text
        return .record(.written(item.id, after))
    }

    private mutating func leaveCaret(in size: ScreenSize, _ move: (inout Answering) -> Void) {
        scroll = firstLine(in: ItemLayout(self, size))
        isWriting = false
        move(&self)
    }
}

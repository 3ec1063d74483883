package import ExamModel

/// A proof for the terminal, line by line.
package struct PreviewText {
    private let preview: FormPreview

    package init(_ preview: FormPreview) {
        self.preview = preview
    }

    package var lines: [String] {
        let mark = "〔校样 · \(preview.form) 卷 · \(preview.reader) · \(preview.looked) · 不得外传〕"
        var lines = [mark]
        var number = 0
        for section in preview.sections {
            lines += ["", "\(section.title)　共 \(section.entries.count) 题　\(section.instructions)"]
            for entry in section.entries {
                number += 1
                lines += [
                    "", "\(number). \(entry.item.stem)　〔\(entry.item.id) · \(entry.item.difficulty.name.chinese)〕",
                ]
                lines += options(of: entry.item, entry)
                for (index, part) in entry.item.parts.enumerated() {
                    lines.append("  （\(index + 1)）\(part.stem)")
                    lines += options(of: part, entry)
                }
                if let key = entry.key { lines.append("   答案：\(key)") }
                if let rationale = entry.rationale, !rationale.isEmpty { lines.append("   解析：\(rationale)") }
            }
        }
        return lines + ["", mark]
    }

    private func options(of item: Item, _ entry: FormPreview.Entry) -> [String] {
        guard item.type != .trueFalse else { return [] }
        var lines = item.options.enumerated().map { "   \(Item.Option.letter(at: $0.offset)) \($0.element.text)" }
        if let lock = entry.locks[item.id.text] { lines.append("   〔选项次序不变：\(lock.name.chinese)〕") }
        return lines
    }
}

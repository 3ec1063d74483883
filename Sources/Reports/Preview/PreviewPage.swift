import AtomicFile
package import ExamModel
package import Foundation

/// A proof to print: the form, with the reader's name across every page.
package struct PreviewPage {
    private let title: String
    private let preview: FormPreview

    package init(title: String, _ preview: FormPreview) {
        self.title = title
        self.preview = preview
    }

    package func write(to url: URL) throws(Refusal) {
        try AtomicFile.write(Data(html.utf8), to: url, permissions: 0o600)
    }

    var html: String {
        let head: [Markup] = [
            .element("meta", ["charset": "utf-8"]),
            .element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
            .element("title", [:], "\(title) · \(preview.form) 卷校样"),
            .style(PageStyle.sheet + "\n" + Self.sheet),
        ]
        let mark = "校样 \(preview.form) 卷 · \(preview.reader) · \(preview.looked)"
        let marks: [Markup] = (0..<24).map { _ in .element("span", [:], mark) }
        let heading: [Markup] = [
            .element("p", ["class": "kind"], "校样 · \(preview.form) 卷"),
            .element("h1", [:], title),
            .element("p", ["class": "session"], "\(preview.reader)，\(preview.looked)。不得外传，用后收回。"),
        ]
        let body: [Markup] = [
            .element("div", ["class": "watermark", "aria-hidden": "true"], marks),
            .element("header", [:], heading), .element("main", [:], sections),
        ]
        return Markup.document(head: head, body: body)
    }

    private var sections: [Markup] {
        var number = 0
        return preview.sections.map { section in
            var parts: [Markup] = [
                .element("h2", [:], section.title),
                .element("p", ["class": "lead"], "共 \(section.entries.count) 题。\(section.instructions)"),
            ]
            for entry in section.entries {
                number += 1
                parts.append(question(entry, number))
            }
            return .element("section", ["class": "proof"], parts)
        }
    }

    private func question(_ entry: FormPreview.Entry, _ number: Int) -> Markup {
        let item = entry.item
        let facts = "　\(item.id) · \(item.topic) · \(item.difficulty.name.chinese)"
        let stem: [Markup] = [
            .element("b", [:], "\(number). "), .text(item.stem), .element("small", [:], facts),
        ]
        var parts: [Markup] = [.element("p", ["class": "stem"], stem), options(of: item, entry)]
        for (index, part) in item.parts.enumerated() {
            parts.append(.element("p", ["class": "stem"], "（\(index + 1)）\(part.stem)"))
            parts.append(options(of: part, entry))
        }
        if let key = entry.key { parts.append(.element("p", ["class": "key"], "答案：\(key)")) }
        if let rationale = entry.rationale, !rationale.isEmpty {
            parts.append(.element("p", ["class": "key"], "解析：\(rationale)"))
        }
        return .element("div", ["class": "question"], parts)
    }

    private func options(of item: Item, _ entry: FormPreview.Entry) -> Markup {
        guard item.type != .trueFalse, !item.options.isEmpty else { return .nothing }
        let lines = item.options.enumerated().map { index, option in
            Markup.element("li", [:], "\(Item.Option.letter(at: index))　\(option.text)")
        }
        let lock = entry.locks[item.id.text].map {
            [Markup.element("p", ["class": "key"], "选项次序不变：\($0.name.chinese)")]
        }
        return .group([.element("ul", ["class": "options"], lines)] + (lock ?? []))
    }

    private static let sheet = """
        .watermark {
          position: fixed; inset: 0; z-index: 1; pointer-events: none; display: grid; align-content: space-around;
          grid-template-columns: repeat(3, 1fr); overflow: hidden;
        }
        .watermark span {
          transform: rotate(-24deg); color: var(--soft); opacity: 0.16; font-size: 15px; text-align: center;
          padding: 34px 0; white-space: nowrap;
        }
        .proof .question { break-inside: avoid; margin: 0 0 18px; }
        .proof .stem { margin: 0 0 4px; }
        .proof small { color: var(--soft); font-size: 12px; }
        .options { list-style: none; margin: 0; padding-left: 1.6em; }
        .key { margin: 2px 0 0; padding-left: 1.6em; color: var(--accent); font-size: 14px; }
        """
}

import AnswerKey
import ExamModel

/// One QTI 3.0 item; a case is an item with an interaction for each of its parts.
enum QTIItemText {
    static func text(_ item: DraftItem, identifier: String) -> String {
        let parts = item.type == .caseSet ? item.parts : [item]
        let namespace = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<qti-assessment-item xmlns=\"\(namespace)\" "
        xml +=
            "identifier=\"\(identifier)\" title=\"\(title(item))\" adaptive=\"false\" time-dependent=\"false\" xml:lang=\"zh-CN\">\n"
        for (offset, part) in parts.enumerated() { xml += declarations(part, offset + 1) }
        xml +=
            "<qti-outcome-declaration identifier=\"SCORE\" cardinality=\"single\" base-type=\"float\"/>\n<qti-item-body>\n"
        if item.type == .caseSet { xml += "<div class=\"material\">\(MarkupText.paragraphs(item.stem))</div>\n" }
        for (offset, part) in parts.enumerated() {
            let content = body(part, offset + 1)
            xml +=
                item.type == .caseSet
                ? "<div class=\"part\" data-type=\"\(part.type.rawValue)\">\(content)</div>\n" : content
        }
        if item.type == .caseSet, !item.rationale.isEmpty { xml += rubric(item.rationale, use: "rationale") }
        return xml + "</qti-item-body>\n</qti-assessment-item>\n"
    }

    private static func title(_ item: DraftItem) -> String {
        MarkupText.escaped(String(item.stem.filter { !$0.isNewline }.prefix(40)))
    }

    private static func declarations(_ part: DraftItem, _ number: Int) -> String {
        switch part.answer {
        case .options(let right):
            declaration(
                "RESPONSE-\(number)", cardinality: part.type == .singleChoice ? "single" : "multiple",
                type: "identifier",
                right.map { "choice-\($0 + 1)" })
        case .judgement(let value):
            declaration("RESPONSE-\(number)", cardinality: "single", type: "identifier", [value ? "true" : "false"])
        case .blanks(let texts):
            texts.enumerated().map {
                declaration("RESPONSE-\(number)-\($0.offset + 1)", cardinality: "single", type: "string", [$0.element])
            }
            .joined()
        case .text, .parts: declaration("RESPONSE-\(number)", cardinality: "single", type: "string", [])
        }
    }

    private static func declaration(
        _ identifier: String, cardinality: String, type: String, _ values: [String]
    ) -> String {
        let correct = values.map { "<qti-value>\(MarkupText.escaped($0))</qti-value>" }.joined()
        return
            "<qti-response-declaration identifier=\"\(identifier)\" cardinality=\"\(cardinality)\" base-type=\"\(type)\">"
            + (values.isEmpty ? "" : "<qti-correct-response>\(correct)</qti-correct-response>")
            + "</qti-response-declaration>\n"
    }

    private static func body(_ part: DraftItem, _ number: Int) -> String {
        let rationale = part.rationale.isEmpty ? "" : rubric(part.rationale, use: "rationale")
        let prompt = "<qti-prompt>\(MarkupText.paragraphs(part.stem))</qti-prompt>"
        let response = "response-identifier=\"RESPONSE-\(number)\""
        switch part.answer {
        case .options:
            let choices = part.options.enumerated().map {
                "<qti-simple-choice identifier=\"choice-\($0.offset + 1)\">\(MarkupText.paragraphs($0.element))</qti-simple-choice>"
            }
            let maximum = part.type == .singleChoice ? 1 : 0
            return
                "<qti-choice-interaction \(response) max-choices=\"\(maximum)\">\(prompt)\(choices.joined(separator: "\n"))"
                + "</qti-choice-interaction>\n" + rationale
        case .judgement:
            return
                "<qti-choice-interaction \(response) max-choices=\"1\">\(prompt)<qti-simple-choice identifier=\"true\">正确"
                + "</qti-simple-choice><qti-simple-choice identifier=\"false\">错误</qti-simple-choice>"
                + "</qti-choice-interaction>\n" + rationale
        case .text(let text):
            return "<qti-extended-text-interaction \(response)>\(prompt)</qti-extended-text-interaction>\n"
                + rubric(text, use: "model-answer") + rationale
        case .blanks(let texts): return gaps(part.stem, texts.count, number) + rationale
        case .parts: return ""
        }
    }

    /// A gap behind every blank, or behind the stem where it has none.
    private static func gaps(_ stem: String, _ count: Int, _ number: Int) -> String {
        let gap = { (blank: Int) in "<qti-text-entry-interaction response-identifier=\"RESPONSE-\(number)-\(blank)\"/>"
        }
        let pieces = StemBlanks.pieces(of: stem)
        guard pieces.count == count + 1 else {
            return MarkupText.paragraphs(stem) + "<p>" + (1...max(count, 1)).map { gap($0) }.joined() + "</p>"
        }
        // Marks that no text of an item holds stand for the gaps until the paragraphs are made.
        let marked = pieces.enumerated().map {
            $0.element + ($0.offset < count ? "\u{E000}\($0.offset + 1)\u{E001}" : "")
        }
        return MarkupText.paragraphs(marked.joined()).replacing(/\u{E000}(\d+)\u{E001}/) { gap(Int($0.1) ?? 1) }
    }

    private static func rubric(_ text: String, use: String) -> String {
        "<qti-rubric-block use=\"\(use)\" view=\"scorer\"><qti-content-body>\(MarkupText.paragraphs(text))"
            + "</qti-content-body></qti-rubric-block>\n"
    }
}

import AnswerKey
import ExamModel

/// Moodle XML, texts in Moodle's plain format.
enum MoodleXMLExport {
    static func text(_ items: [DraftItem]) -> String {
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n"
        var topic: Topic?
        for item in items {
            if item.topic != topic {
                let category = MarkupText.escaped(CategoryPath.text(item.topic))
                xml += "<question type=\"category\"><category><text>\(category)</text></category></question>\n"
                topic = item.topic
            }
            xml += question(item, isPart: false)
            for part in item.parts { xml += question(part, isPart: true) }
        }
        return xml + "</quiz>\n"
    }

    private static func question(_ item: DraftItem, isPart: Bool) -> String {
        let tags = ItemTags.of(item.type, item.difficulty, isPart: isPart)
            .map { "<tag><text>\(MarkupText.escaped($0))</text></tag>" }.joined()
        let name = MarkupText.escaped(String(item.stem.filter { !$0.isNewline }.prefix(40)))
        return "<question type=\"\(kind(item))\"><name><text>\(name)</text></name>"
            + plain("questiontext", stem(item)) + plain("generalfeedback", item.rationale)
            + answers(item) + "<tags>\(tags)</tags></question>\n"
    }

    private static func kind(_ item: DraftItem) -> String {
        switch item.answer {
        case .options: "multichoice"
        case .judgement: "truefalse"
        case .blanks(let texts): texts.count == 1 ? "shortanswer" : "cloze"
        case .text: "essay"
        case .parts: "description"
        }
    }

    private static func plain(_ element: String, _ text: String) -> String {
        "<\(element) format=\"plain_text\"><text>\(MarkupText.escaped(text))</text></\(element)>"
    }

    /// With a gap behind every blank of a fill-in item with several.
    private static func stem(_ item: DraftItem) -> String {
        guard case .blanks(let texts) = item.answer, texts.count > 1 else { return item.stem }
        let pieces = StemBlanks.pieces(of: item.stem)
        guard pieces.count == texts.count + 1 else {
            return item.stem + texts.map { "\n" + ClozeGap.text([$0]) }.joined()
        }
        return zip(pieces, texts + [""]).map {
            $0 + ($1.isEmpty ? "" : ClozeGap.text($1.split(separator: "|").map(String.init)))
        }
        .joined()
    }

    private static func answers(_ item: DraftItem) -> String {
        switch item.answer {
        case .options(let right):
            let isSingle = item.type == .singleChoice
            let share = isSingle ? "100" : GIFTExport.share(of: right.count)
            let wrong = isSingle ? "0" : "-100"
            return
                "<single>\(isSingle)</single><shuffleanswers>true</shuffleanswers><answernumbering>ABCD</answernumbering>"
                + item.options.indices.map {
                    answer(item.options[$0], fraction: right.contains($0) ? share : wrong, format: "plain_text")
                }
                .joined()
        case .judgement(let value):
            return answer("true", fraction: value ? "100" : "0", format: "moodle_auto_format")
                + answer("false", fraction: value ? "0" : "100", format: "moodle_auto_format")
        case .blanks(let texts):
            guard texts.count == 1 else { return "" }
            return "<usecase>0</usecase>"
                + texts[0].split(separator: "|").map { answer(String($0), fraction: "100", format: "plain_text") }
                .joined()
        case .text(let text): return plain("graderinfo", text) + "<responseformat>plain</responseformat>"
        case .parts: return ""
        }
    }

    private static func answer(_ text: String, fraction: String, format: String) -> String {
        "<answer fraction=\"\(fraction)\" format=\"\(format)\"><text>\(MarkupText.escaped(text))</text></answer>"
    }
}

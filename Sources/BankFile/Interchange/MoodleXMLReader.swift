import ExamModel
import Foundation
import XMLFile

/// Reads Moodle XML (`<quiz>`).
struct MoodleXMLReader {
    private let xml: XMLReader
    private let file: String
    private var collector = CaseCollector()
    private var findings: [Finding] = []
    private var topic = ""

    static func read(_ data: Data, file: String) throws(Refusal) -> RawBank {
        let place = Place(file: file)
        var reader = MoodleXMLReader(
            xml: try XMLReader(data, at: place, damaged: .malformed(at: place, "XML 不完整或有错", "damaged XML")),
            file: file)
        while let event = try reader.xml.next() {
            if case .start("question") = event { try reader.readQuestion() }
        }
        return RawBank(items: reader.collector.items, findings: reader.findings)
    }

    private init(xml: XMLReader, file: String) {
        (self.xml, self.file) = (xml, file)
    }

    private mutating func readQuestion() throws(Refusal) {
        var question = MoodleQuestion(kind: xml.attribute("type") ?? "", place: Place(file: file, line: xml.line))
        while let event = try xml.next() {
            switch event {
            case .start("questiontext"): question.stem = try formattedText(until: "questiontext", question.place)
            case .start("generalfeedback"):
                question.feedback = try formattedText(until: "generalfeedback", question.place)
            case .start("graderinfo"): question.graderInfo = try formattedText(until: "graderinfo", question.place)
            case .start("category"): question.category = try text(until: "category")
            case .start("single"):
                question.isSingle = ["true", "1"].contains(try text(until: "single").trimmed.lowercased())
            case .start("hidden"): question.isHidden = try text(until: "hidden").trimmed == "1"
            case .start("answer"): try readAnswer(&question)
            case .start("tag"): question.tags.read(try text(until: "tag"))
            case .start("name"): _ = try text(until: "name")
            case .start("hint"): try xml.skip("hint")
            case .end("question"): return finish(question)
            default: break
            }
        }
    }

    private mutating func finish(_ question: MoodleQuestion) {
        if question.kind == "category" {
            topic = CategoryPath.topic(question.category)
            return
        }
        var item = question.item
        item.topic = topic
        if item.type == .known(.caseSet), !question.tags.isMaterial {
            findings.append(
                .unreadLine(ExamLine(number: question.place.line ?? 0, text: item.stem), in: file))
            return
        }
        if question.isHidden { findings.append(.hiddenItem(at: question.place)) }
        if question.hasPartialCredit { findings.append(.partialCredit(at: question.place)) }
        collector.add(item, tags: question.tags)
    }

    private mutating func readAnswer(_ question: inout MoodleQuestion) throws(Refusal) {
        let fraction = xml.attribute("fraction").flatMap { Double($0) } ?? 0
        let format = xml.attribute("format") ?? ""
        var text = ""
        var feedback = ""
        while let event = try xml.next() {
            switch event {
            case .start("feedback"): feedback = try formattedText(until: "feedback", question.place)
            case .start("text"): text += try self.text(until: "text")
            case .start("img"), .start("file"): findings.append(.picture(at: question.place))
            case .end("answer"):
                let plain = try plain(text, format: format.isEmpty ? question.answerFormat : format, question.place)
                return question.answers.append(
                    MoodleQuestion.Answer(fraction: fraction, text: plain, feedback: feedback))
            default: break
            }
        }
    }

    /// The content of `<text>` inside `element`, without markup unless its format is plain.
    private mutating func formattedText(until element: String, _ place: Place) throws(Refusal) -> String {
        let format = xml.attribute("format") ?? "html"
        var text = ""
        while let event = try xml.next() {
            switch event {
            case .start("text"): text += try self.text(until: "text")
            case .start("file"): try xml.skip("file")
            case .end(element): return try plain(text, format: format, place)
            default: break
            }
        }
        return text
    }

    private mutating func plain(_ text: String, format: String, _ place: Place) throws(Refusal) -> String {
        guard format == "html" || format == "moodle_auto_format" else { return text.cleaned }
        let plain = try PlainText.of(html: text, at: place)
        if plain.hasPicture { findings.append(.picture(at: place)) }
        return plain.text
    }

    /// All text up to the end of `element`.
    private func text(until element: String) throws(Refusal) -> String {
        var text = ""
        while let event = try xml.next() {
            switch event {
            case .text(let part): text += part
            case .end(element): return text
            default: break
            }
        }
        return text
    }
}

import ExamModel
import Foundation
import TableFile
import XMLFile

/// Reads one `assessmentItem` (QTI 2.x) or `qti-assessment-item` (QTI 3).
struct QTIItemReader {
    struct Result {
        var item: RawItem
        var findings: [Finding] = []
        /// The file of material that other items share.
        var stimulus: String?
    }

    struct Interaction {
        let kind: String
        let response: String
        let maximum: Int
        var prompt = ""
        /// Text since the interaction before.
        var lead = ""
        var choices: [(id: String, text: String)] = []
    }

    let xml: XMLReader
    let place: Place
    var correct: [String: [String]] = [:]
    /// What scores, and how much.
    var mapped: [String: [(value: String, score: Double)]] = [:]
    private var single: Set<String> = []
    var interactions: [Interaction] = []
    var text = ""
    private var marks = TextMarks()
    private var material: String?
    private var rationale = ""
    private var feedback: [(id: String, text: String)] = []
    /// What only markers see and is not said to be a model answer.
    private var scorerNotes: [String] = []
    var modelAnswers: [String] = []
    private var hasPicture = false
    private var parts: [RawItem] = []
    private var stimulus: String?

    /// `nil` when the file is no item (a test, a stimulus, a manifest).
    static func item(_ data: Data, at place: Place, title: String) throws(Refusal) -> Result? {
        let damaged = Refusal.malformed(at: place, "“\(title)”的 XML 不完整或有错", "damaged XML in \(title)")
        var reader = QTIItemReader(xml: try XMLReader(data, at: place, damaged: damaged), place: place)
        while let event = try reader.xml.next() {
            guard case .start(let name) = event else { continue }
            if name == "questestinterop" {
                throw Refusal(
                    .unsupportedFormat, at: place, "这是 QTI 1.2 文件，请在原系统里导出 QTI 2.1 或更高版本。",
                    "This is QTI 1.2; export QTI 2.1 or later.")
            }
            guard bare(name) == "assessmentitem" else { return nil }
            var place = place
            if place.row == nil { place.line = reader.xml.line }
            try reader.readItem(until: name)
            return reader.result(at: place)
        }
        return nil
    }

    /// The text of a stimulus file.
    static func text(of data: Data, at place: Place) throws(Refusal) -> String {
        let damaged = Refusal.malformed(at: place, "共用材料的 XML 有错", "damaged XML of shared material")
        var reader = QTIItemReader(xml: try XMLReader(data, at: place, damaged: damaged), place: place)
        while let event = try reader.xml.next() {
            guard case .start(let name) = event, bare(name) == "stimulusbody" else { continue }
            try reader.readBody(until: name)
            return lines(reader.text)
        }
        return ""
    }

    private init(xml: XMLReader, place: Place) {
        (self.xml, self.place) = (xml, place)
    }

    /// `qti-choice-interaction` and `choiceInteraction` are one name.
    static func bare(_ name: String) -> String {
        let lower = name.lowercased()
        return (lower.hasPrefix("qti-") ? String(lower.dropFirst(4)) : lower).filter { $0 != "-" }
    }

    private func attribute(_ name: String, _ other: String) -> String? {
        xml.attribute(name) ?? xml.attribute(other)
    }

    private mutating func readItem(until end: String) throws(Refusal) {
        while let event = try xml.next() {
            switch event {
            case .end(end): return
            case .start(let name):
                switch Self.bare(name) {
                case "responsedeclaration": try readDeclaration(until: name)
                case "itembody": try readBody(until: name)
                case "responseprocessing": try readProcessing(until: name)
                case "modalfeedback":
                    let id = xml.attribute("identifier") ?? ""
                    feedback.append((id, try plainText(until: name)))
                case "assessmentstimulusref": stimulus = xml.attribute("href")
                case "outcomedeclaration", "templatedeclaration", "stylesheet": try xml.skip(name)
                default: break
                }
            default: break
            }
        }
    }

    private mutating func readDeclaration(until end: String) throws(Refusal) {
        let id = xml.attribute("identifier") ?? ""
        if xml.attribute("cardinality") == "single" { single.insert(id) }
        var isCorrect = false
        var value: String?
        while let event = try xml.next() {
            switch event {
            case .end(end): return
            case .start(let name):
                switch Self.bare(name) {
                case "correctresponse": isCorrect = true
                case "value" where isCorrect: value = ""
                case "mapentry":
                    if let key = attribute("map-key", "mapKey"), let score = attribute("mapped-value", "mappedValue"),
                        let score = Double(score), score > 0
                    {
                        mapped[id, default: []].append((key, score))
                    }
                default: break
                }
            case .text(let part): value? += part
            case .end(let name):
                if Self.bare(name) == "value", let found = value {
                    correct[id, default: []].append(found.cleaned)
                    value = nil
                }
                if Self.bare(name) == "correctresponse" { isCorrect = false }
            }
        }
    }

    private mutating func readBody(until end: String) throws(Refusal) {
        var depth = 1
        while let event = try xml.next() {
            if case .start(end) = event { depth += 1 }
            if case .end(end) = event { depth -= 1 }
            switch event {
            case .end(end) where depth == 0: return
            case .text(let part): text += part.replacing(/[ \t]*[\r\n][ \t\r\n]*/, with: " ")
            case .end(let name): endElement(name)
            case .start(let name): try readElement(name)
            }
        }
    }

    private mutating func endElement(_ name: String) {
        marks.end(name, in: &text)
        if Self.isBlock(name) { text += "\n" } else if name == "td" || name == "th" { text += " " }
    }

    private mutating func readElement(_ name: String) throws(Refusal) {
        let kind = Self.bare(name)
        switch kind {
        case "br": text += "\n"
        case "img", "object": hasPicture = true
        case "math": text += try MathText.read(xml)
        case "div" where xml.attribute("class") == "part" && interactions.isEmpty: try readPart(until: name)
        case "rubricblock": try readRubric(until: name)
        case "feedbackblock", "templateblock", "script", "style": try xml.skip(name)
        case "textentryinteraction":
            let response = attribute("response-identifier", "responseIdentifier") ?? ""
            interactions.append(Interaction(kind: kind, response: response, maximum: 1, lead: text))
            if !ClozeGap.endsInBlank(text) { text += "____" }
        case let kind where kind.hasSuffix("interaction"): try readInteraction(name, kind)
        default:
            marks.begin(name, in: text)
            if Self.isBlock(name), !text.isEmpty, text.last != "\n" { text += "\n" }
        }
    }

    /// An item of a case as this software exports it: read as an item of its own.
    private mutating func readPart(until name: String) throws(Refusal) {
        let type = xml.attribute("data-type").flatMap { ItemType(rawValue: $0) }
        let outer = (text, rationale, modelAnswers)
        (text, rationale, modelAnswers, interactions) = ("", "", [], [])
        try readBody(until: name)
        var part = result(at: place).item
        if let type { part.type = .known(type) }
        parts.append(part)
        (text, rationale, modelAnswers) = outer
        interactions = []
    }

    private static func isBlock(_ name: String) -> Bool {
        ["p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "pre", "blockquote"].contains(name.lowercased())
    }

    /// What only markers and authors see: a model answer, or why the answer is right.
    private mutating func readRubric(until name: String) throws(Refusal) {
        let use = xml.attribute("use") ?? ""
        let view = xml.attribute("view") ?? ""
        let rubric = try plainText(until: name)
        if view.contains("candidate") {
            text += rubric + "\n"
        } else if use.contains("model") || use.contains("scoring") {
            modelAnswers.append(rubric)
        } else {
            if view.contains("scorer") { scorerNotes.append(rubric) }
            rationale += (rationale.isEmpty ? "" : "\n") + rubric
        }
    }

    private mutating func readInteraction(_ name: String, _ kind: String) throws(Refusal) {
        let maximum = attribute("max-choices", "maxChoices").flatMap { Int($0) } ?? 1
        let response = attribute("response-identifier", "responseIdentifier") ?? ""
        var interaction = Interaction(kind: kind, response: response, maximum: maximum, lead: text)
        if material == nil { material = text }
        while let event = try xml.next() {
            switch event {
            case .end(name):
                interactions.append(interaction)
                text = ""
                return
            case .start(let inner):
                switch Self.bare(inner) {
                case "prompt": interaction.prompt = try plainText(until: inner)
                case "simplechoice":
                    let id = xml.attribute("identifier") ?? ""
                    interaction.choices.append((id, try plainText(until: inner)))
                default: break
                }
            default: break
            }
        }
    }

    private mutating func plainText(until end: String) throws(Refusal) -> String {
        var text = ""
        var marks = TextMarks()
        while let event = try xml.next() {
            switch event {
            case .end(end): return Self.lines(text)
            case .text(let part): text += part.replacing(/[ \t]*[\r\n][ \t\r\n]*/, with: " ")
            case .start(let name):
                switch Self.bare(name) {
                case "br": text += "\n"
                case "img": hasPicture = true
                case "feedbackinline": try xml.skip(name)
                case "math": text += try MathText.read(xml)
                default:
                    marks.begin(name, in: text)
                    if Self.isBlock(name), !text.isEmpty, text.last != "\n" { text += "\n" }
                }
            case .end(let name):
                marks.end(name, in: &text)
                if Self.isBlock(name) { text += "\n" } else if name == "td" || name == "th" { text += " " }
            }
        }
        return Self.lines(text)
    }

    static func lines(_ text: String) -> String {
        text.split(separator: "\n").map(\.trimmed).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    // MARK: Items

    private func result(at place: Place) -> Result {
        var item = RawItem(place: place)
        item.isStructured = true
        item.rationale = ([rationale] + shownFeedback).filter { !$0.isEmpty }.joined(separator: "\n")
        if !parts.isEmpty, interactions.isEmpty {
            item.type = .known(.caseSet)
            item.stem = Self.lines(text)
            item.parts = parts
            return Result(item: item, findings: hasPicture ? [.picture(at: place)] : [], stimulus: stimulus)
        }
        let gaps = interactions.filter { $0.kind == "textentryinteraction" }
        if !gaps.isEmpty, gaps.count == interactions.count {
            item.type = .known(.fillIn)
            item.stem = Self.lines(text)
            item.blanks = gaps.map { accepted($0.response).joined(separator: "|") }
        } else if interactions.count == 1 {
            let only = interactions[0]
            item.stem = Self.lines([only.lead, only.prompt, text].joined(separator: "\n"))
            fill(&item, only, modelAnswer: modelAnswers.first)
            if item.type == .known(.shortAnswer), item.answers.isEmpty, !scorerNotes.isEmpty {
                item.answers = [scorerNotes.joined(separator: "\n")]
                if item.rationale == item.answers[0] { item.rationale = "" }
            }
        } else if interactions.isEmpty {
            item.defect = .unsupported("无作答区")
        } else {
            readParts(&item)
        }
        var findings: [Finding] = []
        if hasPicture { findings.append(.picture(at: place)) }
        if hasPartialCredit { findings.append(.partialCredit(at: place)) }
        return Result(item: item, findings: findings, stimulus: stimulus)
    }

    func fill(_ item: inout RawItem, _ interaction: Interaction, modelAnswer: String?) {
        switch interaction.kind {
        case "choiceinteraction":
            let isSingle = single.contains(interaction.response) || interaction.maximum == 1
            let scored =
                isSingle ? full(interaction.response) : mapped[interaction.response]?.map(\.value) ?? []
            let right = correct[interaction.response] ?? scored
            item.options = interaction.choices.enumerated().map { RawOption(index: $0.offset, text: $0.element.text) }
            let named = right.compactMap { id in interaction.choices.firstIndex { $0.id == id } }
            if isSingle, let values = JudgementWord.values(of: item.options.map(\.text)) {
                item.type = .known(.trueFalse)
                item.options = []
                item.answers = named.first.map { [values[$0] ? "正确" : "错误"] } ?? []
                return
            }
            item.type = .known(isSingle ? .singleChoice : .multipleChoice)
            let letters = named.sorted().map { Item.Option.letter(at: $0) }.joined()
            item.answers = named.count == right.count && !named.isEmpty ? [letters] : []
        case "extendedtextinteraction":
            item.type = .known(.shortAnswer)
            let answer = modelAnswer ?? accepted(interaction.response).joined(separator: "\n")
            item.answers = answer.isBlank ? [] : [answer]
        case "textentryinteraction":
            item.type = .known(.fillIn)
            item.blanks = [accepted(interaction.response).joined(separator: "|")]
        default: item.defect = .unsupported(interaction.kind)
        }
    }

    /// Right answers in words: the correct response, and others that score.
    func accepted(_ response: String) -> [String] {
        let first = correct[response] ?? []
        return first + full(response).filter { !first.contains($0) }
    }

    /// What scores as much as anything does.
    private func full(_ response: String) -> [String] {
        let entries = mapped[response] ?? []
        let most = entries.map(\.score).max() ?? 0
        return entries.filter { $0.score >= most }.map(\.value)
    }

    /// Some words score less than the right ones.
    private var hasPartialCredit: Bool {
        interactions.contains { interaction in
            (interaction.kind == "textentryinteraction" || single.contains(interaction.response))
                && full(interaction.response).count < mapped[interaction.response]?.count ?? 0
        }
    }

    /// Of several texts the one for the right answer, if one says so.
    private var shownFeedback: [String] {
        let right = Set(correct.values.joined().map { $0.lowercased() } + ["correct", "right", "true"])
        let named = feedback.filter { right.contains($0.id.lowercased()) }
        return (feedback.count > 1 && named.count == 1 ? named : feedback).map(\.text)
    }
}

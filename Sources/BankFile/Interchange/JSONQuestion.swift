import ExamModel
import Foundation

/// One object of a JSON file, read by the meanings of its members' names.
struct JSONQuestion {
    enum Member: Hashable {
        case stem, options, answer, answers, type, rationale, topic, difficulty, parts, content
    }

    private static let names: [Member: [String]] = [
        .stem: [
            "stem", "title", "titlecontent", "question", "questiontitle", "questionstem", "questiontext",
            "questioncontent",
            "questionname", "topicname", "题干", "题目", "试题", "试题内容", "题目内容", "content", "text", "name", "body", "subject",
            "material",
        ],
        .options: [
            "options", "option", "optionlist", "items", "questionitemobjects", "choices", "choice", "answerlist",
            "answeroptions",
            "选项", "select", "selects", "optionslist", "questionoptions", "answeritems",
        ],
        .answers: ["correctarray", "answerarray", "correctanswers", "rightanswers", "answers"],
        .answer: [
            "answer", "correct", "correctanswer", "rightanswer", "key", "trueanswer", "standardanswer", "答案", "正确答案",
            "参考答案",
            "rightkey", "answercontent", "correctoption", "questionanswer", "result",
        ],
        .type: [
            "type", "questiontype", "qtype", "题型", "类型", "typename", "questiontypename", "kind", "topictype", "typeid",
        ],
        .rationale: [
            "rationale", "analyze", "analysis", "explanation", "explain", "parse", "解析", "答案解析", "analytic", "resolve",
            "comment",
            "questionanalysis", "answeranalysis", "依据",
        ],
        .topic: [
            "topic", "knowledge", "knowledgepoint", "category", "知识点", "章节", "分类", "categoryname", "knowledgename",
            "chapter",
        ],
        .difficulty: ["difficulty", "difficult", "level", "难度", "degree", "difficultylevel"],
        .parts: [
            "parts", "children", "subquestions", "childquestions", "sublist", "小题", "子题", "childlist", "subs",
            "questions",
        ],
        .content: ["content", "questioncontent", "textcontent", "questioninfo"],
    ]

    private let members: [String: Any]

    init(_ object: [String: Any]) {
        var members: [String: Any] = [:]
        // Sorted: where two names differ only in case or underscores, the same one always wins.
        for key in object.keys.sorted() where !(object[key] is NSNull) {
            let name = key.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
            if members[name] == nil { members[name] = object[key] }
        }
        // The text of a question may be an object of its own, or JSON in a string.
        for name in Self.names[.content] ?? [] {
            let text = members[name] as? String
            let inner =
                members[name] as? [String: Any]
                ?? text.flatMap { $0.first == "{" ? try? JSONSerialization.jsonObject(with: Data($0.utf8)) : nil }
                as? [String: Any]
            guard let inner else { continue }
            members[name] = nil
            for (key, value) in inner where !(value is NSNull) {
                members[key.lowercased().filter { $0 != "_" }] = value
            }
        }
        // Some systems call the stem topic (题目).
        if let topic = members["topic"] as? String, Self.names[.stem]?.allSatisfy({ members[$0] == nil }) == true,
            [.answer, .answers, .options].contains(where: { Self.names[$0]?.contains { members[$0] != nil } == true })
        {
            (members["stem"], members["topic"]) = (topic, nil)
        }
        self.members = members
    }

    private func value(_ member: Member) -> Any? {
        for name in Self.names[member] ?? [] {
            if let value = members[name] { return value }
        }
        return nil
    }

    var optionValue: Any? { value(.options) }

    /// The member with this name, in lower case and without underscores.
    func rawMember(_ name: String) -> Any? { members[name] }

    private func text(_ member: Member) -> String {
        for name in Self.names[member] ?? [] {
            if let value = members[name], let text = Self.text(value), !text.isBlank { return text }
        }
        return ""
    }

    /// Text, number or truth as text; `nil` for lists and objects.
    private static func text(_ value: Any) -> String? {
        if let text = value as? String { return text }
        guard let number = value as? NSNumber else { return nil }
        if String(cString: number.objCType) == "c" { return number.boolValue ? "true" : "false" }
        return number.stringValue
    }

    var name: String? { text(.stem) }

    /// It asks something and states an answer, options or sub-items.
    var isQuestion: Bool {
        let hasLetters = members["a"] is String && members["b"] is String || members["optiona"] != nil
        let lists = value(.parts) as? [[String: Any]]
        let hasParts = lists?.contains { JSONQuestion($0).isQuestion } == true
        let hasOptions = !options.isEmpty
        let isTyped = value(.type) != nil
        guard !text(.stem).isBlank || (isTyped && (hasOptions || hasLetters)) else { return false }
        if hasParts {
            return isTyped && StatedType.number(text(.type)) == .known(.caseSet) || members["material"] != nil
        }
        return hasOptions || hasLetters || value(.answer) != nil || (value(.answers) != nil && isTyped)
    }

    func item(at place: Place, type section: StatedType) -> RawItem {
        var item = RawItem(place: place)
        item.isStructured = true
        let stated = StatedType.number(text(.type))
        item.type = stated == .unstated ? section : stated
        item.stem = Self.plain(text(.stem), at: place)
        item.options = options.map { RawOption(index: $0.index, text: Self.plain($0.text, at: place)) }
        item.rationale = Self.plain(text(.rationale), at: place)
        item.topic = topic
        item.difficulty = text(.difficulty)
        readAnswer(&item)
        if let parts = value(.parts) as? [[String: Any]] {
            item.parts = parts.map(JSONQuestion.init).filter(\.isQuestion).map { $0.item(at: place, type: .unstated) }
            if !item.parts.isEmpty { item.type = .known(.caseSet) }
        }
        // Only what states an answer keeps it apart; otherwise it may stand in the stem's bracket.
        item.isStructured = !item.answers.allSatisfy(\.isBlank)
        return item
    }

    private var topic: String {
        if let list = value(.topic) as? [Any] { return list.compactMap { Self.text($0) }.joined(separator: "/") }
        return text(.topic)
    }

    private func readAnswer(_ item: inout RawItem) {
        let list = (value(.answers) as? [Any]) ?? (value(.answer) as? [Any])
        let texts = list?.compactMap { element in
            Self.text(element) ?? (element as? [String: Any]).flatMap { JSONQuestion($0).optionText }
        }
        let single = value(.answer).flatMap { Self.text($0) }.map { Self.plain($0, at: item.place) } ?? ""
        switch item.type {
        case .known(.fillIn):
            // 学之思 keeps the answers of gaps where other types have options.
            let gaps = texts ?? (item.options.isEmpty ? nil : item.options.map(\.text))
            item.blanks = gaps.map { $0.map { Self.plain($0, at: item.place) } }
            item.options = []
            item.answers = [single].filter { !$0.isBlank }
        case .known(.shortAnswer): item.answers = [single.isBlank ? texts?.joined(separator: "\n") ?? "" : single]
        default:
            let letters = texts.map { named($0, options: item.options) } ?? ""
            let stated = letters.isBlank ? named([single], options: item.options) : letters
            item.answers = [stated.isBlank ? markedLetters(item.options) : stated]
        }
        // Options that only say right and wrong are the judgement itself.
        if item.type == .known(.trueFalse), item.options.count == 2 {
            let values = JudgementWord.values(of: item.options.map(\.text))
            if values == nil { item.options = [] }
        }
    }

    /// Letters as they are; positions in the list (0, 1, …) and ids of options as letters.
    private func named(_ answers: [String], options: [RawOption]) -> String {
        let ids = optionIDs
        let letters = answers.map { answer in
            if !answer.isEmpty, let position = ids.firstIndex(of: answer), options.indices.contains(position) {
                return Item.Option.letter(at: options[position].index)
            }
            return answer
        }
        return letters.allSatisfy { $0.count == 1 } ? letters.joined() : letters.joined(separator: ",")
    }

    private static func plain(_ text: String, at place: Place) -> String {
        (try? PlainText.of(html: text, at: place).text) ?? text
    }
}

import ExamModel
import Foundation

extension JSONQuestion {
    private static let textNames = [
        "content", "text", "value", "title", "name", "label", "optioncontent", "option", "desc",
    ]
    private static let letterNames = [
        "prefix", "key", "label", "letter", "option", "optionkey", "code", "id", "no", "name", "value",
    ]

    private static let markNames = [
        "isright", "iscorrect", "right", "correct", "isanswer", "istrue", "iskey", "checked", "selected", "是否正确",
        "是否答案",
    ]

    /// The options, whatever their shape: texts, objects, an object by letters, members A, B, C, …
    var options: [RawOption] {
        if let list = optionList { return list.enumerated().compactMap { option($1, at: $0) } }
        if let text = optionValue as? String {
            if text.first == "[" || text.first == "{",
                let inner = try? JSONSerialization.jsonObject(with: Data(text.utf8))
            {
                return JSONQuestion(["options": inner]).options
            }
            return CellOptions.read(text)
        }
        if let object = optionValue as? [String: Any] { return lettered(object) }
        return letteredMembers
    }

    /// What answers may name instead of letters.
    var optionIDs: [String] {
        guard let list = optionList as? [[String: Any]] else { return [] }
        return list.map { object in
            let id = object.first { $0.key.lowercased() == "id" }?.value
            return (id as? String) ?? (id as? NSNumber)?.stringValue ?? ""
        }
    }

    /// The letters of options that say themselves that they are right: `{"value": "甲", "isRight": true}`.
    func markedLetters(_ options: [RawOption]) -> String {
        guard let list = optionList as? [[String: Any]], list.count == options.count else { return "" }
        let marks = list.map { object in
            let members = JSONQuestion(object)
            return Self.markNames.lazy.compactMap { members.rawMember($0) }.first.map { mark in
                (mark as? NSNumber)?.boolValue ?? ["true", "1", "yes", "y", "是"].contains("\(mark)".lowercased())
            }
        }
        guard marks.allSatisfy({ $0 != nil }) else { return "" }
        return zip(options, marks).filter { $1 == true }.map { Item.Option.letter(at: $0.0.index) }.joined()
    }

    /// The text of an object that stands for an answer.
    var optionText: String? {
        Self.textNames.lazy.compactMap { rawMember($0) as? String }.first
    }

    private var optionList: [Any]? { optionValue as? [Any] }

    private func option(_ value: Any, at position: Int) -> RawOption? {
        if let text = value as? String {
            let scalars = Array(text.unicodeScalars)
            if let marker = OptionMarker(at: 0, in: Folded.half(scalars)), marker.index == position {
                return RawOption(index: position, text: String(scalars[marker.end...]).trimmed)
            }
            return RawOption(index: position, text: text)
        }
        if let number = value as? NSNumber { return RawOption(index: position, text: number.stringValue) }
        guard let object = value as? [String: Any] else { return nil }
        let members = JSONQuestion(object)
        let letter = Self.letterNames.lazy.compactMap { members.rawMember($0) as? String }
            .first { $0.count == 1 && $0.first?.isLetter == true && $0.first?.isASCII == true }
        let index = letter.flatMap { ChoiceAnswer.letters($0)?.first } ?? position
        let text = Self.textNames.lazy.compactMap { members.rawMember($0) as? String }.first { $0 != letter }
        let number = Self.textNames.lazy.compactMap { members.rawMember($0) as? NSNumber }.first?.stringValue
        return RawOption(index: index, text: text ?? number ?? "")
    }

    private func lettered(_ object: [String: Any]) -> [RawOption] {
        let options = object.compactMap { key, value -> RawOption? in
            let name = key.uppercased().replacing("OPTION", with: "").replacing("选项", with: "")
            guard name.count == 1, let index = ChoiceAnswer.letters(name)?.first else { return nil }
            return (value as? String ?? (value as? NSNumber)?.stringValue).map { RawOption(index: index, text: $0) }
        }
        return options.sorted { $0.index < $1.index }
    }

    private var letteredMembers: [RawOption] {
        let letters = (0..<12).map { Item.Option.letter(at: $0).lowercased() }
        return letters.enumerated().compactMap { index, letter -> RawOption? in
            let value = rawMember(letter) ?? rawMember("option" + letter) ?? rawMember("选项" + letter)
            let text = value as? String ?? (value as? NSNumber)?.stringValue
            return text.flatMap { $0.isBlank ? nil : RawOption(index: index, text: $0) }
        }
    }
}

package import AnswerKey
package import ExamModel
package import Foundation

extension SheetKey {
    /// Reads a key file (答案表): form, and for each section its title, type, number of options, marks, scoring and keys.
    /// Everything wrong in it is reported together.
    package static func read(_ url: URL) throws(Refusal) -> SheetKey {
        let document = try SettingsDocument(url)
        let top = document.top
        top.expect(["form", "sections"])
        let form = top.has("form") ? top.text("form", example: "A") : "A"
        let sections = top.maps("sections", example: "（每项一个大题）")?.map(Section.read)
        let key = form.flatMap { form in
            sections.map { SheetKey(form: FormID(form), sections: $0.compactMap(\.self)) }
        }
        return try document.finish(key)
    }
}

extension SheetKey.Section {
    fileprivate static func read(_ map: SettingsMap) -> SheetKey.Section? {
        map.expect(["title", "type", "options", "marks", "scoring", "keys"])
        let title = map.text("title", example: "单项选择题")
        let type = map.choice("type", of: ItemType.allCases.filter(\.isChosen).map { ($0.rawValue, $0) })
        let options = type == .trueFalse && !map.has("options") ? 2 : map.integer("options", in: 2...8, example: 4)
        let marks = map.mark("marks", example: "1")
        let scoring = map.map("scoring", example: "{ rule: exact }").flatMap { ScoringRule.read($0, marks: marks) }
        guard let title, let type, let options, let marks, let scoring, let words = map.words("keys", example: "A C B")
        else { return nil }
        let right = words.map { places(of: $0, type: type, options: options) }
        for (word, places) in zip(words, right) where places == nil {
            map.refuse(
                "keys", word, line: map.line(of: "keys"),
                expected: type == .trueFalse ? " T 或 F" : type == .singleChoice ? "一个选项字母" : "选项字母，例如 ABD",
                "letters of the item's options")
        }
        return SheetKey.Section(
            title: title, type: type, options: options, marks: marks, scoring: scoring, right: right.compactMap(\.self))
    }

    private static func places(of word: String, type: ItemType, options: Int) -> [Int]? {
        if type == .trueFalse, let place = ["T": 0, "√": 0, "对": 0, "F": 1, "×": 1, "错": 1][word] { return [place] }
        let places = word.uppercased().unicodeScalars.map { Int($0.value) - 65 }
        guard !places.isEmpty, places.allSatisfy((0..<options).contains), Set(places).count == places.count,
            type == .multipleChoice || places.count == 1
        else { return nil }
        return places.sorted()
    }
}

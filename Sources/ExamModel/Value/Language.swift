/// The languages of screens, messages and reports. Chinese is the default everywhere.
package enum Language: String, Sendable, CaseIterable, Codable {
    case chinese = "zh-Hans"
    case english = "en"
}

/// One sentence in both languages.
package struct Bilingual: Hashable, Sendable, Codable {
    package let chinese: String
    package let english: String

    package init(_ chinese: String, _ english: String) {
        self.chinese = chinese
        self.english = english
    }

    package func text(in language: Language) -> String {
        language == .chinese ? chinese : english
    }
}

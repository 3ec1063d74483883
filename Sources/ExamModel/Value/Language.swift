/// The languages of screens, messages and reports. Chinese is the default everywhere.
package enum Language: String, Sendable, CaseIterable, Codable {
    case chinese = "zh-Hans"
    case english = "en"

    /// The locale's language where that is English, otherwise Chinese (POSIX: `LC_ALL`, else `LC_MESSAGES`, else `LANG`).
    package static func preferred(in environment: [String: String]) -> Language {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.hasPrefix("en") == true ? .english : .chinese
    }
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

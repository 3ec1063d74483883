import ExamModel

extension Language {
    /// Words of a report in this language.
    func say(_ chinese: String, _ english: String) -> String { self == .chinese ? chinese : english }
}

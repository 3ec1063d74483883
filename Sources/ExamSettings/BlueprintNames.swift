import ExamModel

/// What a blueprint's rules may refer to. Nil where the file's own list could not be read: then nothing is said about it.
struct BlueprintNames {
    let sections: [BlueprintSection]?
    let topics: [TopicShare]?
    /// Items of a form.
    let items: Int?
}

import ExamModel

/// Moodle's categories (`$course$/top/社会保险/工伤保险`) as topics.
enum CategoryPath {
    static func topic(_ category: String) -> String {
        category.replacing("//", with: "／").split(separator: "/").map(\.trimmed)
            .filter { !($0.isEmpty || $0 == "top" || $0.hasPrefix("$")) }.joined(separator: "/")
    }

    static func text(_ topic: Topic) -> String {
        (["$course$", "top"] + topic.path).joined(separator: "/")
    }
}

import ExamModel

/// What one person earned in every component that people have marks in.
struct PersonMarks {
    let scores: [(component: Component, score: Score)]
    let total: Mark

    init(_ scores: [(component: Component, score: Score)], isOnly: Bool) {
        self.scores = scores
        // Where there is but one component, people are ranked by it as it is, and its weight is the teams'.
        total =
            isOnly
            ? scores.reduce(.zero) { $0 + $1.score.total }
            : scores.reduce(.zero) { $0 + $1.component.contribution(of: $1.score.total) }
    }

    var seconds: Int { scores.reduce(0) { $0 + $1.score.seconds } }

    /// Nil when no component has such a section.
    func section(_ title: String) -> Mark? {
        let found = scores.flatMap(\.score.sections).filter { $0.title == title }
        return found.isEmpty ? nil : found.reduce(.zero) { $0 + $1.marks }
    }

    /// Nothing when the person has no marks there.
    func marks(in component: String) -> Mark {
        scores.first { $0.component.name == component }?.score.total ?? .zero
    }

    func has(_ component: String) -> Bool {
        scores.contains { $0.component.name == component }
    }
}

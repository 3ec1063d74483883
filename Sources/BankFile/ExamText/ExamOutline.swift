import ExamModel

/// How an exam text is divided: sections of item blocks, and keys that stand apart.
struct ExamOutline {
    var sections: [ExamSection] = []
    var keys: [KeyGroup] = []
    var findings: [Finding] = []
}

/// Items that are numbered in one run.
struct ExamSection {
    let heading: SectionHeading?
    let type: StatedType
    let judgementLetters: [Character: Bool]
    /// Sections under one typed heading share its line: together they hold the items that it promises.
    let promise: SectionHeading?
    /// Papers in one file, each with its own key, from 0.
    let part: Int
    var blocks: [ItemBlock] = []
    var numbering = Numbering()
}

/// The lines of one item.
struct ItemBlock {
    struct Line {
        let line: ExamLine
        let kind: LineKind
    }

    let number: Int?
    /// Where it begins, from 1.
    let start: Int
    var lines: [Line]
    /// From the key at the end.
    var answers: [String] = []
    var rationale = ""

    /// It has options or an answer, so another item may begin.
    var isComplete: Bool {
        lines.contains { line in
            switch line.kind {
            case .option: true
            case .label(let label): label.field == .answer
            default: false
            }
        } || OptionSplitter.trailing(in: lines.first?.line.text ?? []) != nil
    }
}

/// Answers under one heading of the key, or under none.
struct KeyGroup {
    let heading: SectionHeading?
    /// The section it belongs to beyond doubt, since it stands in it.
    let section: Int?
    let part: Int
    var entries: [KeyEntry] = []
}

import ExamModel

/// How an exam text is divided: sections of item blocks, and keys that stand apart.
struct ExamOutline {
    var sections: [ExamSection] = []
    var keys: [KeyGroup] = []
    var cases: [CaseMaterial] = []
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
    /// The case it is an item of, by its position in the outline.
    var caseIndex: Int?
    private(set) var lines: [Line] = []
    private(set) var hasAnswerLine = false
    private var hasOptions = false
    /// From the key at the end.
    var answers: [String] = []
    var rationale = ""

    /// `first` is the stem's first line, without its number.
    init(number: Int?, first: ExamLine) {
        self.number = number
        start = first.number
        lines = [Line(line: first, kind: .text)]
        hasOptions = OptionSplitter.trailing(in: first.text) != nil
    }

    /// `first` are several lines: material that turned out to be an item itself.
    init(number: Int?, material: CaseMaterial) {
        self.init(number: number, first: ExamLine(number: material.start, text: ""))
        for line in material.lines { append(line, as: .text) }
    }

    /// The type that its stem's tag states.
    var tag: StatedType? {
        var stem = lines.first?.line.string ?? ""
        return StemTag.take(from: &stem).type
    }

    /// It has options or an answer, so another item may begin.
    var isComplete: Bool { hasAnswerLine || hasOptions }

    mutating func append(_ line: ExamLine, as kind: LineKind) {
        lines.append(Line(line: line, kind: kind))
        switch kind {
        case .option: hasOptions = true
        case .label(let label) where label.field == .answer: hasAnswerLine = true
        case .keyHeading: hasAnswerLine = true
        default: break
        }
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

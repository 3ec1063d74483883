/// What follows each line of a text, found in one pass from its end.
struct LineEvidence {
    /// Between a line and the next number or heading.
    private struct Following {
        var hasOptions = false
        var hasAnswer = false
        /// Nothing but text lines stand between it and the option A.
        var leadsToOptions = false
    }

    private let following: [Following]
    private let lines: [ExamLine]

    init(lines: [ExamLine], kinds: [LineKind]) {
        self.lines = lines
        var following = Array(repeating: Following(), count: lines.count)
        var current = Following()
        for index in lines.indices.reversed() {
            following[index] = current
            switch kinds[index] {
            case .numbered, .heading, .keyHeading: current = Following()
            case .option(let marker):
                current.hasOptions = true
                current.leadsToOptions = marker.index == 0
            case .label(let label):
                current.hasAnswer = current.hasAnswer || label.field == .answer
                current.leadsToOptions = false
            case .blank: current.leadsToOptions = false
            case .furniture, .text: break
            }
        }
        self.following = following
    }

    func leadsToOptions(_ index: Int) -> Bool { following[index].leadsToOptions }

    func hasOptions(_ index: Int) -> Bool {
        following[index].hasOptions || OptionSplitter.trailing(in: lines[index].text) != nil
    }

    func numbering(_ index: Int) -> Numbering.Evidence {
        Numbering.Evidence(
            isStrong: hasOptions(index) || following[index].hasAnswer, isWeak: Self.hasBlank(lines[index].half))
    }

    /// A bracket that is empty or holds only letters or marks, or a run of underscores.
    static func hasBlank(_ half: [Unicode.Scalar]) -> Bool {
        var isOpen = false
        for (index, character) in half.enumerated() {
            switch character {
            case "(": isOpen = true
            case ")" where isOpen: return true
            case "_" where index > 0 && half[index - 1] == "_": return true
            case " ", "、", ",", "A"..."Z", "对", "错", "正", "确", "误": break
            case _ where JudgementWord.isMark(character): break
            default: isOpen = false
            }
        }
        return false
    }
}

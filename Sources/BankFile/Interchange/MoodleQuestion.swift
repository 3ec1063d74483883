import ExamModel

/// One `<question>` of a Moodle XML file.
struct MoodleQuestion {
    struct Answer {
        /// Per cent of the marks.
        let fraction: Double
        let text: String
        let feedback: String
    }

    let kind: String
    let place: Place
    var stem = ""
    var feedback = ""
    var graderInfo = ""
    var isHidden = false
    var category = ""
    var isSingle = true
    var answers: [Answer] = []
    var tags = ItemTags()

    init(kind: String, place: Place) {
        (self.kind, self.place) = (kind, place)
    }

    /// Answers of short answers are plain, those of choices HTML, unless they say otherwise.
    var answerFormat: String { kind == "multichoice" ? "html" : "plain_text" }

    var hasPartialCredit: Bool {
        (kind == "multichoice" && isSingle || kind == "shortanswer")
            && answers.contains { $0.fraction > 0 && $0.fraction < 100 }
    }

    /// What is said to the right answer is why it is right.
    private var rightFeedback: String { Praise.removed(from: answers.first { $0.fraction >= 100 }?.feedback ?? "") }

    /// What the question asks and its answer; a description is a case without items.
    var item: RawItem {
        var item = RawItem(place: place)
        item.isStructured = true
        item.stem = stem
        item.rationale = feedback.isEmpty ? rightFeedback : feedback
        switch kind {
        case "multichoice", "multichoiceset":
            item.type = .known(isSingle && kind == "multichoice" ? .singleChoice : .multipleChoice)
            item.options = answers.enumerated().map { RawOption(index: $0.offset, text: $0.element.text) }
            let right = answers.indices.filter {
                isSingle ? answers[$0].fraction >= 100 : answers[$0].fraction > 0
            }
            item.answers = right.isEmpty ? [] : [right.map { Item.Option.letter(at: $0) }.joined()]
        case "truefalse":
            item.type = .known(.trueFalse)
            item.answers = answers.first { $0.fraction >= 100 }.map { [$0.text] } ?? []
        case "shortanswer":
            item.type = .known(.fillIn)
            let accepted = answers.filter { $0.fraction >= 100 }.map(\.text)
            item.answers = accepted.isEmpty ? [] : [accepted.joined(separator: "|")]
            if ClozeGap.isPattern(accepted) { item.defect = .unsupported("shortanswer *") }
        case "essay":
            item.type = .known(.shortAnswer)
            let (answer, rationale) = graderInfo.isEmpty ? ModelAnswer.split(feedback) : (graderInfo, item.rationale)
            item.answers = answer.isEmpty ? [] : [answer]
            item.rationale = rationale
        case "cloze": readCloze(&item)
        case "description": item.type = .known(.caseSet)
        default: item.defect = .unsupported(kind)
        }
        return item
    }

    /// Gaps for words (`{1:SHORTANSWER:=甲~=乙#…}`); any other gap is not read.
    private func readCloze(_ item: inout RawItem) {
        var text = ""
        var blanks: [String] = []
        var rest = stem[...]
        while let open = rest.firstMatch(of: /\{\d*:([A-Z_]+):((?:\\.|[^\\}])*)\}/) {
            guard ["SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC"].contains(String(open.1)) else {
                item.defect = .unsupported("cloze \(open.1)")
                return
            }
            text += rest[..<open.range.lowerBound]
            let answers = ClozeGap.accepted(String(open.2))
            if ClozeGap.isPattern(answers) { item.defect = .unsupported("cloze *") }
            blanks.append(answers.joined(separator: "|"))
            if !ClozeGap.endsInBlank(text) { text += "____" }
            rest = rest[open.range.upperBound...]
        }
        item.type = .known(.fillIn)
        item.stem = text + rest
        item.blanks = blanks
    }
}

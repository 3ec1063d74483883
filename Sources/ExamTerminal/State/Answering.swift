package import ExamModel
package import ExamSeat
package import Sitting

/// A candidate before the paper: what is answered, where on the paper, and what lies over it.
package struct Answering: Hashable, Sendable {
    package enum Saving: Hashable, Sendable {
        /// The last answer is on the disk.
        case saved
        case saving
        /// The disk refused; the answers are kept and tried again.
        case failing(Bilingual)
    }

    package enum Panel: Hashable, Sendable {
        case item
        case card(AnswerCard)
        /// The digits typed so far.
        case jump(String)
        case handIn(HandInDialog)
    }

    package let candidate: SeatAssignment
    package let content: FormContent
    package let language: Language
    /// Everything that is answered by itself, in the order of the paper.
    package let questions: [Question]
    package var items: [Item] { questions.map(\.item) }
    package var sitting: SittingState
    package var remaining: SessionTime
    package var saving = Saving.saved
    package var delivery = Delivery.local
    /// Why the last input had no effect; gone with the next.
    package var notice: Bilingual?
    /// The index of the item shown.
    package private(set) var position = 0
    /// The index of the option, or of the blank, that the cursor is on.
    package internal(set) var option = 0
    /// Whether the window follows what is written.
    package internal(set) var isWriting = false
    /// How many lines of the item are above the window.
    package internal(set) var scroll = 0
    package internal(set) var panel = Panel.item

    package init(
        candidate: SeatAssignment, content: FormContent, sitting: SittingState, remaining: SessionTime,
        language: Language
    ) {
        self.candidate = candidate
        self.language = language
        self.content = content
        questions = content.questions
        self.sitting = sitting
        self.remaining = remaining
        position = sitting.lastTouched.flatMap { last in questions.firstIndex { $0.id == last } } ?? 0
    }

    package var item: Item { questions[position].item }

    /// The material of the case that the item shown belongs to.
    var material: String? { questions[position].material }

    /// The options chosen for the item shown.
    var chosen: [OptionID] { sitting.responses[item.id]?.options ?? [] }

    var answeredCount: Int { sitting.responses.count }

    /// Whole seconds left, rounded up.
    var remainingSeconds: Int { remaining.wholeSecondsUp }

    /// Whether the invigilator has stopped the sitting for a while; nothing of the paper is shown then.
    var isPaused: Bool {
        if case .paused = sitting.phase { true } else { false }
    }

    package func isAnswered(_ index: Int) -> Bool { sitting.responses[questions[index].id] != nil }

    package func isFlagged(_ index: Int) -> Bool { sitting.flags.contains(questions[index].id) }

    /// The section of the item at `index`: its own index and that of its first item.
    func section(of index: Int) -> (section: Int, first: Int) {
        var first = 0
        for (section, content) in content.sections.enumerated() {
            if index < first + content.questions.count { return (section, first) }
            first += content.questions.count
        }
        return (0, 0)
    }

    mutating func go(to index: Int) {
        guard questions.indices.contains(index), index != position else { return }
        position = index
        option = 0
        isWriting = false
        scroll = 0
    }
}

package import ExamModel

/// Everything that a candidate's screen depends on. Inputs change it and may ask for something to be done.
package struct TerminalState: Hashable, Sendable {
    /// Nil until the site has told it.
    package var exam: Exam?
    /// The seat that the machine stands at, where that is known.
    package var seat: String?
    package let language: Language
    package var size: ScreenSize
    /// The time of day, `14:05:09`.
    package var clock = ""
    package var stage: Stage
    package var showsHelp = false
    /// What the invigilator wrote; the first stands over the screen until a key is pressed.
    package var messages: [String] = []

    package init(exam: Exam?, language: Language, size: ScreenSize, stage: Stage = .login(LoginForm())) {
        self.exam = exam
        self.language = language
        self.size = size
        self.stage = stage
    }

    /// Takes an input in. Returns what is to be done outside of this value; its outcome comes back as a new stage or a
    /// changed sitting.
    package mutating func handle(_ input: Input) -> Request? {
        guard !size.isTooSmall else { return nil }
        if !messages.isEmpty {
            messages.removeFirst()
            return nil
        }
        if showsHelp {
            showsHelp = false
            return nil
        }
        if input == .help {
            showsHelp = true
            return nil
        }
        return handleInStage(takesWords ? input : input.plain)
    }

    /// Whether characters are an answer here and not commands.
    private var takesWords: Bool {
        if case .answering(let answering) = stage { answering.takesWords && answering.panel == .item } else { false }
    }

    private mutating func handleInStage(_ input: Input) -> Request? {
        switch stage {
        case .enrolling(var form):
            let request = form.handle(input)
            stage = .enrolling(form)
            return request
        case .login(var form):
            let request = form.handle(input)
            stage = .login(form)
            return request
        case .confirming:
            return input == .enter ? .confirm : input == .escape ? .logOut : nil
        case .readingRules:
            return input == .enter ? .begin : nil
        case .answering(var answering):
            let request = answering.handle(input, in: size)
            stage = .answering(answering)
            return request
        case .receipt(let handedIn):
            // Nobody leaves before the answers are where they belong.
            return input == .handIn && handedIn.mayLeave ? .leave : nil
        case .waiting(_, .invigilator):
            return input == .escape ? .logOut : nil
        case .connecting, .loggingIn, .waiting:
            return nil
        }
    }
}

package import ExamModel

/// One candidate's sitting as its events have made it: applying the same events gives the same state.
package struct SittingState: Hashable, Sendable {
    package enum Phase: Hashable, Sendable {
        case ready
        case sitting
        /// Time that ran out counts as the session's length, however late the machine noticed.
        case ended(AnswerSheet.Ending, at: SessionTime)
    }

    package let rules: SittingRules
    package let form: SittingForm
    package private(set) var phase = Phase.ready
    /// Answered items only.
    package private(set) var responses: [ItemID: Response] = [:]
    package private(set) var flags: Set<ItemID> = []
    /// The item last answered or flagged: where a resumed sitting goes on.
    package private(set) var lastTouched: ItemID?
    /// When the last event happened.
    package private(set) var time: SessionTime?

    package init(rules: SittingRules, form: SittingForm) {
        self.rules = rules
        self.form = form
    }

    package mutating func apply(_ event: SittingEvent, at time: SessionTime) throws(SittingFault) {
        if let last = self.time, time < last { throw .timeRanBackwards }
        switch event {
        case .started: try start(at: time)
        case .handedIn: try handIn(at: time)
        case .timeUp: try runOut(at: time)
        case .heartbeat: try checkSitting()
        case .answered(let item, let options): try answer(item, options, at: time)
        case .written(let item, let texts): try write(item, texts, at: time)
        case .flagged(let item): try touch(item, at: time) { $0.flags.insert(item) }
        case .unflagged(let item): try touch(item, at: time) { $0.flags.remove(item) }
        }
        self.time = time
    }

    private mutating func start(at time: SessionTime) throws(SittingFault) {
        guard phase == .ready else { throw .alreadyStarted }
        guard time >= .zero else { throw .beforeStart }
        guard time <= rules.latestStart, time < rules.length else { throw .startedTooLate }
        phase = .sitting
    }

    private mutating func answer(_ item: ItemID, _ options: [OptionID], at time: SessionTime) throws(SittingFault) {
        try checkSitting()
        try form.check(options, of: item)
        try touch(item, at: time) {
            $0.responses[item] = options.isEmpty ? nil : Response(item: item, options: options)
        }
    }

    private mutating func write(_ item: ItemID, _ texts: [String], at time: SessionTime) throws(SittingFault) {
        try checkSitting()
        try form.check(texts, of: item)
        let isBlank = texts.allSatisfy(\.isBlank)
        try touch(item, at: time) { $0.responses[item] = isBlank ? nil : Response(item: item, texts: texts) }
    }

    private mutating func touch(
        _ item: ItemID, at time: SessionTime, _ change: (inout SittingState) -> Void
    ) throws(SittingFault) {
        try checkSitting()
        guard form.contains(item) else { throw .unknownItem(item) }
        guard time < rules.length else { throw .timeIsUp }
        change(&self)
        lastTouched = item
    }

    private mutating func handIn(at time: SessionTime) throws(SittingFault) {
        try checkSitting()
        guard time >= rules.earliestHandIn else { throw .handInTooEarly(earliest: rules.earliestHandIn) }
        guard time < rules.length else { throw .timeIsUp }
        phase = .ended(.handedIn, at: time)
    }

    private mutating func runOut(at time: SessionTime) throws(SittingFault) {
        try checkSitting()
        guard time >= rules.length else { throw .timeIsNotUp }
        phase = .ended(.timeUp, at: rules.length)
    }

    private func checkSitting() throws(SittingFault) {
        switch phase {
        case .ready: throw .notStarted
        case .sitting: return
        case .ended: throw .alreadyEnded
        }
    }
}

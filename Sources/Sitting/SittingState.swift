package import ExamModel

/// One candidate's sitting as its events have made it: applying the same events gives the same state.
package struct SittingState: Hashable, Sendable {
    package enum Phase: Hashable, Sendable {
        case ready
        case sitting
        /// Stopped by the invigilator; the time since then is given back.
        case paused(since: SessionTime)
        /// Time that ran out counts as what there was, however late the machine noticed.
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
    /// When nothing can be answered any more: the session's length, and what the invigilator gave or gave back.
    package private(set) var deadline: SessionTime
    /// The number of the last order that was obeyed; 0 before the first.
    package private(set) var lastOrder = 0
    /// When the last event happened.
    package private(set) var time: SessionTime?

    package init(rules: SittingRules, form: SittingForm) {
        self.rules = rules
        self.form = form
        deadline = rules.length
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
        case .ordered(let order): try obey(order, at: time)
        }
        self.time = time
    }

    private mutating func start(at time: SessionTime) throws(SittingFault) {
        guard phase == .ready else { throw .alreadyStarted }
        guard time >= .zero else { throw .beforeStart }
        guard time <= rules.latestStart, time < deadline else { throw .startedTooLate }
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
        guard time < deadline else { throw .timeIsUp }
        change(&self)
        lastTouched = item
    }

    private mutating func handIn(at time: SessionTime) throws(SittingFault) {
        try checkSitting()
        guard time >= rules.earliestHandIn else { throw .handInTooEarly(earliest: rules.earliestHandIn) }
        guard time < deadline else { throw .timeIsUp }
        phase = .ended(.handedIn, at: time)
    }

    private mutating func runOut(at time: SessionTime) throws(SittingFault) {
        try checkSitting()
        guard time >= deadline else { throw .timeIsNotUp }
        phase = .ended(.timeUp, at: deadline)
    }

    private mutating func obey(_ order: SittingOrder, at time: SessionTime) throws(SittingFault) {
        guard order.number > lastOrder else { throw .staleOrder(order.number) }
        switch (order.kind, phase) {
        case (.void, .ended(.voided, _)), (.collect, .ended): throw .alreadyEnded
        case (.void, _): phase = .ended(.voided, at: time)
        case (.collect, .ready): throw .notStarted
        case (.collect, _): phase = .ended(.collected, at: time)
        case (.extraTime(let more), .ended(.timeUp, _)) where time < deadline + more:
            deadline = deadline + more
            phase = .sitting
        case (.extraTime, .ended), (.pause, .ended), (.resume, .ended): throw .alreadyEnded
        case (.extraTime(let more), _): deadline = deadline + more
        case (.pause, .sitting): phase = .paused(since: time)
        case (.pause, _): throw phase == .ready ? .notStarted : .paused
        case (.resume, .paused(let since)):
            deadline = deadline + (time - since)
            phase = .sitting
        case (.resume, _): throw .notPaused
        }
        lastOrder = order.number
    }

    private func checkSitting() throws(SittingFault) {
        switch phase {
        case .ready: throw .notStarted
        case .sitting: return
        case .paused: throw .paused
        case .ended: throw .alreadyEnded
        }
    }
}

import ExamModel
import Foundation
import Sealing
import SiteProtocol
import Sitting

/// One candidate's sitting as the site has it: a copy of the journal, line for line, and what the invigilator ordered.
///
/// A value without input or output: what the site does with lines can be tried in every order (see the tests).
struct SiteSitting: Sendable {
    /// A terminal's clock may differ from the site's by so much, and a journal is at most a heartbeat behind.
    static let clockTolerance = SessionTime.seconds(5)
    static let backdatingTolerance = SessionTime.seconds(30)

    let candidate: SeatAssignment
    /// What the first line of the journal must say.
    private(set) var header: JournalHeader
    private(set) var chain = JournalChain()
    /// Of each line, the header first.
    private(set) var digests: [Digest] = []
    /// Nil before the first event.
    private(set) var state: SittingState?
    private(set) var orders: [SiteOrder] = []
    /// The seat of the live terminal and the hash of its token.
    private(set) var live: Live?
    /// The seat that the invigilator allows.
    private(set) var admitted: String?
    /// When the site closed a sitting whose terminal was gone.
    private(set) var closing: Closing?
    /// Whether late answers are taken in: the invigilator said so.
    private(set) var isReopened = false
    /// When the terminal last had nothing more to send, by the site's clock.
    private(set) var lastLines: SessionTime?

    struct Live: Hashable, Sendable {
        let seat: String
        let token: Digest
    }

    struct Closing: Hashable, Sendable {
        let ending: AnswerSheet.Ending
        let time: SessionTime
    }

    init(_ candidate: SeatAssignment, header: JournalHeader) {
        self.candidate = candidate
        self.header = header
    }

    /// Takes in what the log says of this sitting.
    mutating func apply(_ act: SiteAct) {
        switch act {
        case .loggedIn(_, let seat, let token):
            live = Live(seat: seat, token: token)
            admitted = nil
        case .admitted(_, let seat): admitted = seat
        case .ordered(_, let order): take(order)
        case .closed(_, let ending, let time):
            closing = Closing(ending: ending, time: time)
            isReopened = false
        case .reopened:
            closing = nil
            isReopened = true
        default: break
        }
    }

    /// Extra time undoes a closing because the time was up, as it does at the terminal.
    private mutating func take(_ order: SiteOrder) {
        orders.append(order)
        if case .extraTime? = order.order?.kind, closing?.ending == .timeUp { closing = nil }
    }

    /// Names the form that the release puts in the place of the candidate's, as long as there is no journal.
    mutating func use(_ form: FormID) {
        guard digests.isEmpty else { return }
        header = JournalHeader(exam: header.exam, paper: header.paper, form: form, ticket: header.ticket)
    }

    /// Takes over a longer copy of the same journal, and nothing else.
    mutating func takeJournal(of other: SiteSitting) {
        guard other.digests.count > digests.count else { return }
        (chain, digests, state, lastLines) = (other.chain, other.digests, other.state, other.lastLines)
    }

    /// What was taken before the closing is read back as if there were none.
    mutating func reopen() -> Closing? {
        defer { closing = nil }
        return closing
    }

    mutating func close(_ closing: Closing?) {
        self.closing = closing
    }

    /// After a restart nobody knows when lines came.
    mutating func forgetWhenLinesCame() {
        lastLines = nil
    }

    /// Where a sitting stands: by its journal, or by the site, when that closed it, or declared it void. A sitting is void
    /// as soon as it is declared so, whether or not its terminal is still there to obey.
    var phase: SittingState.Phase {
        let phase: SittingState.Phase =
            switch (state?.phase, closing) {
            case (.ended(let ending, let time)?, _): .ended(ending, at: time)
            case (_, let closing?): .ended(closing.ending, at: closing.time)
            case (let phase?, nil): phase
            case (nil, nil): .ready
            }
        guard state != nil, orders.contains(where: { $0.order?.kind == .void }) else { return phase }
        if case .ended(_, let time) = phase { return .ended(.voided, at: time) }
        return .ended(.voided, at: state?.time ?? .zero)
    }

    var hasEnded: Bool {
        if case .ended = phase { true } else { false }
    }

    /// Time given by orders that the journal has not noted yet is counted too.
    func deadline(_ rules: SittingRules) -> SessionTime {
        let pending = orders.filter { $0.number > (state?.lastOrder ?? 0) }
        return pending.reduce(state?.deadline ?? rules.length) { time, order in
            if case .extraTime(let more)? = order.order?.kind { time + more } else { time }
        }
    }

    /// The answers as they are here. Nil before the candidate began.
    var sheet: AnswerSheet? {
        guard let state, case .ended(let ending, let time) = phase else { return nil }
        return AnswerSheet(
            exam: header.exam, form: header.form, ticket: header.ticket, responses: state.answers, ending: ending,
            seconds: time.wholeSeconds, journalHead: chain.head.description)
    }
}

extension SiteSitting {
    /// What came of lines.
    struct Taken {
        /// The new lines, in their order, that are to be saved.
        var lines: [JournalLines.Line] = []
        /// Why the rest was not taken.
        var fault: SiteFault?
        /// What the console should know.
        var incident: SiteIncident.Kind?
    }

    /// Takes lines in from the number `from` on. Lines that are here already must be the same; what does not fit is
    /// refused with everything behind it. A sitting that the site closed takes nothing new.
    mutating func take(
        _ lines: [JournalLines.Line], from: Int, rules: SittingRules, form: SittingForm, grace: SessionTime?,
        now: SessionTime
    ) -> Taken {
        guard from <= digests.count else {
            return Taken(
                fault: SiteFault(
                    .gap, "缺少第 \(digests.count) 行起的作答记录", "lines are missing from \(digests.count) on",
                    lines: digests.count))
        }
        var taken = Taken()
        for (index, line) in lines.enumerated() {
            let number = from + index
            if number < digests.count {
                guard digests[number] == line.digest else {
                    taken.fault = SiteFault(
                        .forked, "作答记录与考点服务器上的不一致", "the journal differs from the site's at line \(number)",
                        lines: number)
                    taken.incident = .forked
                    break
                }
                continue
            }
            guard closing == nil else {
                taken.fault = SiteFault(
                    .tooLate, "这份作答已由监考员结束，须由监考员重新开放", "the invigilator closed this sitting and may open it again",
                    lines: digests.count)
                taken.incident = .late
                break
            }
            if let fault = append(line, rules, form, grace, now, &taken) {
                taken.fault = fault
                break
            }
            taken.lines.append(line)
        }
        // After as many lines as travel at once there may be more, of a time before: they were all made while it was cut off.
        if taken.fault == nil, lines.count < SiteRoute.mostLines { lastLines = now }
        return taken
    }

    /// Takes in what was taken in before.
    mutating func replay(_ lines: [JournalLines.Line], rules: SittingRules, form: SittingForm) {
        let (lastLines, closed) = (lastLines, reopen())
        _ = take(lines, from: digests.count, rules: rules, form: form, grace: nil, now: .distantFuture)
        close(closed)
        self.lastLines = lastLines
    }

    private mutating func append(
        _ line: JournalLines.Line, _ rules: SittingRules, _ form: SittingForm, _ grace: SessionTime?,
        _ now: SessionTime, _ taken: inout Taken
    ) -> SiteFault? {
        let place = Place(line: digests.count + 1)
        do throws(Refusal) {
            switch line {
            case .header(let bytes, let header):
                guard header.names(self.header) else { return Self.foreign }
                try chain.begin(bytes, at: place)
            case .event(let text):
                if let fault = judge(text.entry, rules, grace, now, &taken) { return fault }
                if state == nil { state = SittingState(rules: rules, form: form) }
                let before = chain
                try chain.append(text, at: place)
                do throws(Refusal) {
                    try state?.apply(text.entry, at: place)
                } catch {
                    chain = before
                    throw error
                }
            }
        } catch {
            let message = error.findings.first?.message
            return SiteFault(
                .againstRules, message?.chinese ?? "作答记录不合规则", message?.english ?? "a line breaks the rules",
                lines: digests.count)
        }
        digests.append(line.digest)
        return nil
    }

    /// Whether the time that a line claims, and an order that it obeys, can be.
    private func judge(
        _ entry: JournalEntry, _ rules: SittingRules, _ grace: SessionTime?, _ now: SessionTime, _ taken: inout Taken
    ) -> SiteFault? {
        guard entry.time <= now + Self.clockTolerance else {
            return SiteFault(
                .againstRules, "作答时间晚于考点服务器的时间", "a line claims a time that has not come", lines: digests.count)
        }
        if case .ordered(let order) = entry.event, !orders.contains(where: { $0.order == order }) {
            return SiteFault(.againstRules, "没有这条监考指令", "there is no such order", lines: digests.count)
        }
        let deadline = deadline(rules)
        if let lastLines, entry.time + Self.backdatingTolerance < lastLines {
            taken.incident = .backdated
            if now > deadline + Self.clockTolerance, !isReopened {
                return SiteFault(
                    .tooLate, "这些作答在到时以后才出现，须由监考员处理", "these answers appeared after the time was up",
                    lines: digests.count)
            }
        }
        if let grace, now > deadline + grace, !isReopened, entry.event.isAnswer {
            taken.incident = .late
            return SiteFault(
                .tooLate, "已超过补交时限，须由监考员批准", "the grace for late answers is over; the invigilator decides",
                lines: digests.count)
        }
        return nil
    }

    private static let foreign = SiteFault(
        .againstRules, "这份作答记录不属于这名考生或这份试卷", "this journal belongs to another candidate or paper", lines: 0)
}

extension SittingEvent {
    /// Whether it changes what will be marked.
    var isAnswer: Bool {
        switch self {
        case .answered, .written: true
        default: false
        }
    }
}

extension SittingState {
    /// Applies an entry of a journal; what breaks the rules is refused as JOURNAL_AGAINST_RULES.
    mutating func apply(_ entry: JournalEntry, at place: Place) throws(Refusal) {
        do throws(SittingFault) {
            try apply(entry.event, at: entry.time)
        } catch {
            throw Refusal([Finding(.error, .journalAgainstRules, at: place, error.message)])
        }
    }
}

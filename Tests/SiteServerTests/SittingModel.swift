import ExamModel
import ExamTestSupport
import Foundation
import Sealing
import SiteProtocol
import Sitting

@testable import SiteServer

/// One candidate, the machine that the candidate sits at, the site, and what is on its disk, small enough for every order
/// of events to be tried.
struct SittingModel {
    /// What happens next.
    enum Event: CaseIterable {
        /// Three quarters of an hour pass.
        case pass
        case answer, handIn, runOut
        /// The machine obeys the next order, or cannot any more.
        case obey
        /// What the site has not is sent.
        case deliver
        /// Everything is sent once more.
        case repeats
        /// A line in the place of the last that the site has.
        case forge
        /// The candidate goes on at another machine.
        case move
        case giveTime, pause, resume, collect, void, close, reopen
    }

    static let rules = SittingRules(length: .minutes(90), latestStart: .minutes(30), earliestHandIn: .zero)
    static let form = SittingForm(SealedSample.form.sections.flatMap(\.items))
    static let grace = SessionTime.minutes(10)
    static let step = SessionTime.minutes(45)
    static let extra = SessionTime.minutes(50)
    static let candidate = SealedSample.candidate(1)
    static let header = JournalHeader(exam: "demo-2020", paper: .zero, form: "A", ticket: candidate.ticket)

    var now = SessionTime.zero
    var record = SiteRecord([candidate.ticket: SiteSitting(candidate, header: header)])
    /// The site's log, and its lines of the journal.
    var log: [(event: SiteEvent, digest: Digest)] = []
    var disk: [Data] = []
    /// At the machine.
    var journal: TestJournal
    var machine = SittingState(rules: rules, form: form)
    var seen = 0
    /// How many lines the site said it has.
    var acknowledged = 0
    var tokens: [Digest] = []
    /// What should not have happened.
    var fault: String?

    /// The candidate has begun at T0.
    init() throws {
        journal = try TestJournal(Self.header)
        try logIn()
        try perform(.started)
    }

    var sitting: SiteSitting {
        record.sittings[Self.candidate.ticket] ?? SiteSitting(Self.candidate, header: Self.header)
    }

    /// What tells one state from another.
    var key: [AnyHashable] {
        let sitting = sitting
        return [
            now, journal, disk.count, acknowledged, seen, sitting.orders, sitting.closing, sitting.isReopened,
            sitting.lastLines, sitting.live?.seat,
        ]
    }

    /// Nil where the event cannot happen.
    func after(_ event: Event) throws -> SittingModel? {
        var model = self
        return try model.take(event) ? model : nil
    }

    private mutating func take(_ event: Event) throws -> Bool {
        let ticket = Self.candidate.ticket
        switch event {
        case .pass:
            guard now < Self.step + Self.step + Self.step else { return false }
            now = now + Self.step
            return true
        case .answer: return try attempt(.answered("i1", [OptionID("\(journal.lines.count % 4 + 1)")]))
        case .handIn: return try attempt(.handedIn)
        case .runOut: return try attempt(.timeUp)
        case .obey: return try obey()
        case .deliver: return deliver(from: disk.count)
        case .repeats: return deliver(from: 0)
        case .forge: return try forge()
        case .move:
            guard tokens.count < 3 else { return false }
            try logIn()
            return true
        case .giveTime: return try order(.extraTime(Self.extra))
        case .pause: return try order(.pause)
        case .resume: return try order(.resume)
        case .collect: return try order(.collect)
        case .void: return try order(.void)
        case .close:
            guard sitting.state != nil, !sitting.hasEnded else { return false }
            let deadline = sitting.deadline(Self.rules)
            try note(
                .closed(ticket: ticket, ending: now >= deadline ? .timeUp : .collected, at: min(now, deadline)))
            return true
        case .reopen:
            guard !sitting.isReopened else { return false }
            try note(.reopened(ticket: ticket))
            return true
        }
    }

    private mutating func note(_ act: SiteAct) throws {
        let event = record.event(
            act, by: "test", because: nil, of: nil, time: now,
            clock: ClockReading(boot: "", nanoseconds: 0, wallMilliseconds: 0)
        )
        let digest = Digest(of: try event.bytes())
        record.apply(event, digest: digest)
        log.append((event, digest))
    }

    private mutating func logIn() throws {
        let token = Digest(of: Data("token \(tokens.count)".utf8))
        tokens.append(token)
        try note(.loggedIn(ticket: Self.candidate.ticket, seat: "\(tokens.count)", token: token))
        // The new machine takes the site's journal; what the old one has not sent is lost to it.
        if !disk.isEmpty { journal.keep(disk.count) } else { journal = try TestJournal(Self.header) }
        machine = SittingState(rules: Self.rules, form: Self.form)
        for (index, line) in journal.lines.enumerated().dropFirst() {
            let entry = try JournalLineText(line, at: Place(line: index + 1)).entry
            try machine.apply(entry.event, at: entry.time)
        }
        seen = machine.lastOrder
        acknowledged = min(acknowledged, journal.lines.count)
    }

    private mutating func perform(_ event: SittingEvent) throws {
        try machine.apply(event, at: now)
        try journal.add(event, at: now)
    }

    private mutating func attempt(_ event: SittingEvent) throws -> Bool {
        var copy = machine
        do {
            try copy.apply(event, at: now)
        } catch {
            return false
        }
        try perform(event)
        return true
    }

    private mutating func obey() throws -> Bool {
        guard let next = sitting.orders.first(where: { $0.number > seen }) else { return false }
        seen = next.number
        if let order = next.order { _ = try attempt(.ordered(order)) }
        return true
    }

    private mutating func order(_ kind: SittingOrder.Kind) throws -> Bool {
        let order = SiteOrder(number: sitting.orders.count + 1, order: kind)
        guard order.number <= 3, sitting.objection(to: order) == nil else { return false }
        try note(.ordered(ticket: Self.candidate.ticket, order: order))
        return true
    }

    private mutating func deliver(from first: Int) -> Bool {
        guard record.ticketOfToken[tokens[tokens.count - 1]] == Self.candidate.ticket, first <= journal.lines.count,
            let lines = try? JournalLines(journal.bytes(from: first), from: first)
        else { return false }
        let isAllowed =
            sitting.closing == nil && (sitting.isReopened || now <= sitting.deadline(Self.rules) + Self.grace)
        let before = disk.count
        let taken = receive(lines)
        if taken.fault == nil {
            acknowledged = journal.lines.count
        } else if isAllowed, before < journal.lines.count {
            fault = "lines in time were refused: \(taken.fault?.message.english ?? "")"
        }
        return true
    }

    private mutating func forge() throws -> Bool {
        guard disk.count > 1 else { return false }
        let lines = Array(disk.dropLast())
        let forged = try TestJournal.line(.answered("i2", ["4"]), at: now, after: lines) + [0x0a]
        let taken = receive(try JournalLines(forged, from: lines.count))
        if taken.fault?.code != .forked || !taken.lines.isEmpty { fault = "a forged line was taken" }
        return true
    }

    private mutating func receive(_ lines: JournalLines) -> SiteSitting.Taken {
        let (now, rules, form, grace) = (now, Self.rules, Self.form, Self.grace)
        let taken = record.change(Self.candidate.ticket) {
            $0.take(lines.lines, from: lines.from, rules: rules, form: form, grace: grace, now: now)
        }
        disk += taken?.lines.map(\.bytes) ?? []
        return taken ?? SiteSitting.Taken()
    }
}

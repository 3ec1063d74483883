import AtomicFile
import ExamModel
import ExamPackage
import ExamSeat
import Foundation
import Sealing
import SiteProtocol
import Sitting

extension Hall {
    /// Reads log and journals back and notes that a server serves the folder again. `takesOver` says that it is another
    /// machine's copy: terminals follow the higher reign.
    func open(takesOver: Bool) async throws {
        try restore(takesOver: takesOver)
        // Who does not call again is cut off, as if heard just now for the last time.
        for (ticket, sitting) in record.sittings where sitting.live != nil {
            _ = contacts.hear(ticket, at: now, instant())
        }
        let reign = max(1, record.reign + (takesOver ? 1 : 0))
        var acts: [SiteAct] = [.opened(reign: reign)]
        if let outage = outage() { acts.append(.incident(outage)) }
        try await note(acts)
    }

    /// Reads log and journals back, and nothing else. Refuses a database that holds less than it did (SITE_DATABASE), but
    /// for a copy that takes over.
    func restore(takesOver: Bool = false) throws(Refusal) {
        try restoreEvents()
        if let sha256 = record.release {
            let data = try AtomicFile.read(places.release, limit: 1 << 20)
            guard Digest(of: data) == sha256 else {
                throw Refusal(
                    .siteLogBroken, at: Place(file: places.release.path), "启封文件与考点日志记载的不一致，请放回原来的启封文件",
                    "the release file is not the one that the site's log names; put that one back")
            }
            try use(data)
        }
        try restoreLines()
        if !takesOver, let mark = try SiteMark(in: places) { try mark.check(self.mark, in: places) }
    }

    private func restoreEvents() throws(Refusal) {
        var events: [(SiteEvent, Digest)] = []
        var head = Digest.zero
        for (index, bytes) in try store.events().enumerated() {
            guard let event = try? JSONDecoder().decode(SiteEvent.self, from: bytes), event.number == index + 1,
                event.previous == head
            else {
                throw Refusal(
                    .siteLogBroken, at: Place(file: SiteStore.fileName, row: index + 1),
                    "考点日志的这一行与上一行不衔接，数据库被改动过；请改用热备份接管",
                    "this row of the site's log does not follow from the row before: the database was changed; take over "
                        + "from the hot copy")
            }
            head = Digest(of: bytes)
            events.append((event, head))
        }
        replay(events, [])
    }

    private func restoreLines() throws(Refusal) {
        var bodies: [TicketNumber: [Data]] = [:]
        try store.forEachLine { ticket, bytes in bodies[ticket, default: []].append(bytes) }
        var restored: [SiteSitting] = []
        for (ticket, lines) in bodies {
            guard var sitting = record.sittings[ticket] else { continue }
            try sitting.restore(lines, rules: rules, form: form(of: sitting))
            restored.append(sitting)
        }
        replay([], restored)
    }

    /// The time between the last sign of the former server and now, when the exam was running meanwhile.
    private func outage() -> SiteIncident? {
        guard let before = try? store.state("clock", as: SavedClock.self), record.events > 0 else { return nil }
        return SiteIncident(serverDownFor: now - before.time, until: now, of: rules)
    }

    /// What the candidate may answer. Empty before the release.
    func form(of sitting: SiteSitting) throws(Refusal) -> SittingForm {
        guard let released else { return SittingForm([]) }
        return SittingForm(try released.content(for: sitting.candidate).ordered(for: sitting.candidate.ticket).items)
    }

    /// Takes a release in that came by file. One that is here already changes nothing; after T0 no other is taken.
    func takeRelease(_ data: Data) async throws {
        let sha256 = Digest(of: data)
        guard record.release != sha256 else { return }
        guard !isOpen else {
            throw Refusal(
                .siteReleased, at: Place(file: places.release.lastPathComponent), "考试已经开始，不能更换启封文件",
                "the exam has started; the release cannot be exchanged")
        }
        try use(data)
        try await note([.released(sha256: sha256)])
    }

    /// Takes a release in memory: T0 and the forms that are replaced.
    func use(_ data: Data) throws(Refusal) {
        let release = try Release.open(data, named: places.release.lastPathComponent, trusting: site.package.trust)
        let opened = try ReleasedPaper(site, release: release, now: release.document.notBefore)
        let start = max(opened.exam.session.start, release.document.notBefore)
        if start != siteClock.start {
            siteClock = SiteClock(start: start, saved: try store.state("clock", as: SavedClock.self), now: clock())
        }
        released = opened
        releaseBytes = data
        useForms { release.document.form(insteadOf: $0) }
    }
}

extension SiteSitting {
    /// Takes in what the database has. Refuses lines that do not follow from one another or break the rules.
    mutating func restore(_ lines: [Data], rules: SittingRules, form: SittingForm) throws(Refusal) {
        let read = try JournalLines(lines, from: 0)
        let closed = reopen()
        let taken = take(read.lines, from: 0, rules: rules, form: form, grace: nil, now: .distantFuture)
        close(closed)
        if let fault = taken.fault {
            throw Refusal([
                Finding(
                    .error, .siteLogBroken,
                    at: Place(file: "\(candidate.ticket).kcj", line: fault.lines.map { $0 + 1 }),
                    fault.message)
            ])
        }
        forgetWhenLinesCame()
    }
}

extension SessionTime {
    /// Later than any session.
    static let distantFuture = SessionTime.minutes(1 << 24)
}

extension FindingCode {
    static let siteLogBroken: FindingCode = "SITE_LOG_BROKEN"
    static let siteReleased: FindingCode = "SITE_RELEASED"
}

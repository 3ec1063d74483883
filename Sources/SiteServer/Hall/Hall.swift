import ExamModel
import ExamPackage
import ExamSeat
import Foundation
import Sealing
import SiteProtocol
import Sitting
import Synchronization

/// The exam hall: who sits where and how far everybody is. It decides in memory, answers when the decision is on the
/// disk, and takes back what the disk refused.
actor Hall {
    let site: SitePaper
    let places: SiteFolder
    let store: SiteStore
    let queue: CommitQueue
    let copy: SiteCopy?
    let ledger: SiteLedger
    let clock: @Sendable () -> ClockReading
    /// Time that really passes: by it terminals are silent.
    let instant: @Sendable () -> Contacts.Instant
    /// What was decided.
    var record: SiteRecord
    /// What is on the disk, but for the lines that came since and are in `tails`.
    var saved: SiteRecord
    var tails: [TicketNumber: JournalTail] = [:]
    var unsavedEvents: [(event: SiteEvent, digest: Digest)] = []
    var epoch = 0
    private let sharedClock: Mutex<SiteClock>
    var released: ReleasedPaper?
    var releaseBytes: Data?
    var attempts: [String: LoginAttempts] = [:]
    var enrolments = EnrolmentThrottle()
    var waiters = Waiters()
    var contacts: Contacts
    /// Why the last write failed; nil while the disk takes everything.
    var diskFault: String?
    var watchers: [Int: AsyncStream<Void>.Continuation] = [:]
    var nextWatcher = 0

    /// Goes on where the folder's database stopped. Refuses what ``SiteStore`` refuses, and a log whose rows do not follow
    /// from one another (SITE_LOG_BROKEN).
    init(
        _ places: SiteFolder, site: SitePaper, copyingTo second: URL?, clock: @escaping @Sendable () -> ClockReading,
        instant: @escaping @Sendable () -> Contacts.Instant = { .now }
    ) throws(Refusal) {
        self.places = places
        self.site = site
        self.clock = clock
        self.instant = instant
        contacts = Contacts(at: instant())
        store = try SiteStore(at: places.database)
        copy = if let second { try SiteCopy(of: store, in: second) } else { nil }
        queue = CommitQueue(store, copy: copy)
        ledger = SiteLedger(
            at: places.ledger, of: site.site, trusting: site.package.trust, people: site.seats.count)
        let paper = site.package
        var sittings: [TicketNumber: SiteSitting] = [:]
        for candidate in site.seats {
            sittings[candidate.ticket] = SiteSitting(
                candidate,
                header: JournalHeader(
                    exam: paper.exam.id, paper: paper.digest, form: candidate.form, ticket: candidate.ticket))
        }
        record = SiteRecord(sittings)
        saved = record
        sharedClock = Mutex(
            SiteClock(
                start: site.exam.session.start, saved: try store.state("clock", as: SavedClock.self), now: clock()))
    }

    var siteClock: SiteClock {
        get { sharedClock.withLock { $0 } }
        set { sharedClock.withLock { $0 = newValue } }
    }

    /// The day and time by the session's clock: certificates are judged by it, whatever somebody set the wall clock to.
    nonisolated var date: Date {
        sharedClock.withLock { $0.start.addingTimeInterval(Double($0.time(at: clock()).milliseconds) / 1000) }
    }

    var now: SessionTime { siteClock.time(at: clock()) }

    var session: Session { released?.exam.session ?? site.exam.session }

    var rules: SittingRules { SittingRules(session) }

    /// Whether forms may be read: the release is there and T0 has come.
    var isOpen: Bool { released != nil && now >= .zero }

    var time: SiteTime {
        SiteTime(session: now, isReleased: isOpen, reign: record.reign)
    }

    /// Notes what happened. Returns when it is on the disk; what the disk refuses did not happen.
    func note(
        _ acts: [SiteAct], by actor: String = SiteEvent.server, because reason: String? = nil, of name: String? = nil
    ) async throws(SiteFault) {
        let reading = clock()
        var write = SiteWrite()
        let action = name.map { SiteEvent.Action(name: $0, first: record.events + 1) }
        for act in acts {
            let event = record.event(
                act, by: actor, because: reason, of: action, time: siteClock.time(at: reading), clock: reading)
            guard let bytes = try? event.bytes() else { continue }
            let digest = Digest(of: bytes)
            record.apply(event, digest: digest)
            unsavedEvents.append((event, digest))
            write.events.append((event.number, bytes))
        }
        guard let last = write.events.last?.number else { return }
        try await save(write)
        let rows = unsavedEvents.prefix { $0.event.number <= last }
        for row in rows { saved.apply(row.event, digest: row.digest) }
        unsavedEvents.removeFirst(rows.count)
        ledger.take(Array(rows))
        ledger.write()
        changed()
    }

    /// Puts other forms in the place of those that a release replaced.
    func useForms(_ substitute: (FormID) -> FormID) {
        record.useForms(substitute)
        saved.useForms(substitute)
    }

    /// Restores memory from the disk at the start of a server.
    func replay(_ events: [(SiteEvent, Digest)], _ sittings: [SiteSitting]) {
        for (event, digest) in events { record.apply(event, digest: digest) }
        ledger.take(events.map { (event: $0, digest: $1) })
        for sitting in sittings { record.restore(sitting) }
        saved = record
    }
}

import Sealing
package import SiteProtocol
package import Sitting

/// A candidate without a screen, for rehearsals and load: the link, the seat and the journal are the terminal's own, only
/// the hands are ours. No thread of its own; it sleeps until something comes.
package struct SiteCandidate: Sendable {
    /// What is done at a moment of the session; what is late is done at once.
    package struct Step: Hashable, Sendable {
        package let time: SessionTime
        package let event: SittingEvent

        package init(at time: SessionTime, _ event: SittingEvent) {
            self.time = time
            self.event = event
        }
    }

    /// What a load generator measures.
    package enum Moment: String, Sendable, CaseIterable {
        /// From the request to the reply.
        case login
        /// From T0, or from the login if that is later, to the paper in words.
        case start
        /// From the event to the site's word that it is on its disk.
        case answer
        case handIn = "hand-in"
    }

    private static let polling = Duration.milliseconds(500)

    package let client: SiteClient
    package let login: LoginRequest
    package let trust: SiteTrust
    package let folder: TerminalFolder
    package let shelf: FormShelf
    package let readClock: @Sendable () -> ClockReading
    package let sleep: @Sendable (SessionTime) async -> Void
    package let heartbeat: SessionTime
    package let settle: @Sendable () async -> Void
    package let plan: @Sendable (OpenPaper) -> [Step]
    package let observe: @Sendable (Moment, Duration) -> Void

    /// - Parameters:
    ///   - client: bears the machine's token; its transport is shared by all candidates of the process.
    ///   - sleep: returns when so much of the session has passed, or when the task is cancelled. Follows `readClock`.
    ///   - heartbeat: how long nothing is noted in the journal at the most.
    ///   - settle: waited for between the open paper and the journal's first line: candidates who share a processor do there
    ///     in turn what their machines would do at once.
    ///   - plan: what to do, in its order; a plan without ``SittingEvent/handedIn`` sits until the time is up.
    ///   - observe: told how long things took.
    package init(
        _ client: SiteClient, login: LoginRequest, trust: SiteTrust, folder: TerminalFolder, shelf: FormShelf,
        readClock: @escaping @Sendable () -> ClockReading,
        sleep: @escaping @Sendable (SessionTime) async -> Void = Self.sleepInRealTime,
        heartbeat: SessionTime = RecordedSitting.heartbeat, settle: @escaping @Sendable () async -> Void = {},
        observe: @escaping @Sendable (Moment, Duration) -> Void = { _, _ in },
        plan: @escaping @Sendable (OpenPaper) -> [Step]
    ) {
        self.client = client
        self.login = login
        self.trust = trust
        self.folder = folder
        self.shelf = shelf
        self.readClock = readClock
        self.sleep = sleep
        self.heartbeat = heartbeat
        self.settle = settle
        self.observe = observe
        self.plan = plan
    }

    /// Sits from the login to the receipt, which is returned once all answers are on the site's disk. Throws what the
    /// site refuses (``SiteFailure``), a ``SittingFault`` of the plan, and what the disk refuses.
    package func run() async throws -> String {
        let (changes, changing) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let (reply, link) = try await enter { changing.yield() }
        return try await withThrowingTaskGroup(of: String?.self) { group in
            group.addTask {
                await link.run()
                return nil
            }
            group.addTask {
                try await SiteSitter(candidate: self, link: link, login: reply, changes: changes, changing: changing)
                    .sit()
            }
            defer { group.cancelAll() }
            while let result = try await group.next() {
                if let result { return result }
            }
            throw SiteFailure.refused(SiteFault(.movedAway, "作答中断", "the sitting was cut off"))
        }
    }

    package static let sleepInRealTime: @Sendable (SessionTime) async -> Void = { time in
        try? await Task.sleep(for: .milliseconds(time.milliseconds))
    }

    private func enter(onChange: @escaping @Sendable () -> Void) async throws -> (LoginReply, SittingLink) {
        let clock = ContinuousClock()
        let began = clock.now
        let notice = try await client.notice()
        var reply = try await client.logIn(login)
        observe(.login, clock.now - began)
        while reply.token == nil {
            try await Task.sleep(for: Self.polling)
            reply = try await client.logIn(login)
        }
        var client = client
        client.sitting = reply.token
        let link = try SittingLink(
            client, login: reply, exam: notice.exam, trust: trust.trust, folder: folder, shelf: shelf,
            readClock: readClock, onChange: onChange)
        return (reply, link)
    }
}

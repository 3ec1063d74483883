import ExamModel

/// Terminals that wait for something to be sent to them, each until a moment of its own: by the time that really passes,
/// because that is what a network's patience is measured in.
struct Waiters {
    typealias Continuation = CheckedContinuation<Void, Never>
    typealias Instant = ContinuousClock.Instant

    private var waiting: [Int: (ticket: TicketNumber, until: Instant, continuation: Continuation)] = [:]
    private var ofTicket: [TicketNumber: Set<Int>] = [:]
    private var next = 0

    var count: Int { waiting.count }

    mutating func add(_ ticket: TicketNumber, until: Instant, _ continuation: Continuation) {
        waiting[next] = (ticket, until, continuation)
        ofTicket[ticket, default: []].insert(next)
        next += 1
    }

    /// Lets those of one candidate go on.
    mutating func wake(_ ticket: TicketNumber) {
        for number in ofTicket.removeValue(forKey: ticket) ?? [] {
            waiting.removeValue(forKey: number)?.continuation.resume()
        }
    }

    mutating func wakeAll() {
        let all = waiting
        waiting = [:]
        ofTicket = [:]
        for (_, waiter) in all { waiter.continuation.resume() }
    }

    /// Lets those go on whose time is over.
    mutating func wakeOverdue(at now: Instant) {
        for (number, waiter) in waiting where waiter.until <= now {
            waiting[number] = nil
            ofTicket[waiter.ticket]?.remove(number)
            waiter.continuation.resume()
        }
    }
}

import ExamModel
import Sitting

/// Terminals that wait for something to be sent to them, each until a moment of its own.
struct Waiters {
    typealias Continuation = CheckedContinuation<Void, Never>

    private var waiting: [Int: (ticket: TicketNumber, until: UInt64, continuation: Continuation)] = [:]
    private var ofTicket: [TicketNumber: Set<Int>] = [:]
    private var next = 0

    var count: Int { waiting.count }

    /// `until` is on the boot clock, in nanoseconds.
    mutating func add(_ ticket: TicketNumber, until: UInt64, _ continuation: Continuation) {
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
    mutating func wakeOverdue(at nanoseconds: UInt64) {
        for (number, waiter) in waiting where waiter.until <= nanoseconds {
            waiting[number] = nil
            ofTicket[waiter.ticket]?.remove(number)
            waiter.continuation.resume()
        }
    }
}

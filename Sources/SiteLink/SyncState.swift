package import Sealing
package import SiteProtocol

/// What a terminal knows of the two copies of one journal, on its own disk and on the site's: what is to be sent, and
/// what an answer means. A value without input, output and time, so that every order of events can be tried.
///
/// The journal only grows, and both copies are the same bytes as far as both reach. Lines are counted from 0, the
/// header.
package struct SyncState: Hashable, Sendable {
    /// Why nothing is sent any more.
    package enum End: Hashable, Sendable {
        /// The site has other lines than this machine.
        case forked
        /// The candidate sits at another machine.
        case movedAway
    }

    /// What became of a request.
    package enum Answer: Hashable, Sendable {
        case reply(lines: Int, head: Digest)
        case fault(SiteFault)
        /// No answer: the site may have taken the lines or not.
        case lost
    }

    /// Lines on this machine's disk.
    package private(set) var saved: Int
    /// Lines on the site's disk that are those of this machine, as far as it was told.
    package private(set) var delivered: Int
    package private(set) var end: End?
    /// Why the site did not take the last lines.
    package private(set) var refusal: SiteFault?
    /// Of the server that was last heard; see ``SiteTime``.
    private var reign = 0
    /// What is on its way.
    private var underway: Range<Int>?
    /// Whether the line before ``delivered`` was held against the site's; if not, it is sent once more.
    private var isMatched = false

    /// `site` is what the site said it has.
    package init(saved: Int, site: Int) {
        self.saved = saved
        delivered = min(saved, site)
        if site > saved { end = .forked }
    }

    package var isDelivered: Bool { end == nil && isMatched && delivered == saved }

    /// The journal on this machine's disk has grown.
    package mutating func grow(to lines: Int) {
        saved = max(saved, lines)
    }

    /// A server was heard. One that took the site over may have an older copy, so what it has is asked anew.
    package mutating func hear(reign: Int) {
        guard reign != self.reign else { return }
        self.reign = reign
        isMatched = false
    }

    /// The lines to send now; nil when there are none, or some are on their way.
    package mutating func next() -> Range<Int>? {
        guard end == nil, underway == nil else { return nil }
        let first = isMatched ? delivered : max(0, delivered - 1)
        guard first < saved else { return nil }
        let lines = first..<min(saved, first + SiteRoute.mostLines)
        underway = lines
        return lines
    }

    /// Takes in what became of the lines that ``next()`` gave. `digest` tells the hash of a line on this machine's disk.
    package mutating func take(_ answer: Answer, digest: (Int) -> Digest?) {
        guard underway != nil else { return }
        underway = nil
        refusal = nil
        switch answer {
        case .lost: isMatched = false
        case .fault(let fault): take(fault)
        case .reply(let lines, let head):
            guard lines <= saved, lines > 0, digest(lines - 1) == head else {
                end = .forked
                return
            }
            delivered = lines
            isMatched = true
        }
    }

    private mutating func take(_ fault: SiteFault) {
        isMatched = false
        switch fault.code {
        case .forked: end = .forked
        case .movedAway: end = .movedAway
        case .gap:
            // Another machine took the site over with an older copy.
            delivered = min(saved, max(0, fault.lines ?? 0))
        case .notSaved, .locked: break
        default:
            refusal = fault
            if let lines = fault.lines { delivered = min(saved, max(0, lines)) }
        }
    }

    /// Whoever asked for orders was told that the sitting goes on elsewhere.
    package mutating func leave() {
        end = end ?? .movedAway
    }
}

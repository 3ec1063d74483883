import Foundation
import Sealing
import SiteLink
import SiteProtocol

/// A terminal, a site and the network between them, small enough for every order of events to be tried. The journal's
/// line of number n is the number n.
struct SyncModel: Hashable {
    /// What happens next.
    enum Event: CaseIterable {
        /// The candidate answers.
        case answer
        /// The terminal sends, where it has something to send.
        case send
        /// The request arrives; the reply is on its way.
        case arrive
        /// The request arrives once more.
        case arriveAgain
        /// The reply comes.
        case reply
        /// The request or the reply is lost, and the terminal gives up waiting.
        case lose
        /// The terminal is killed and logs in again.
        case restart
        /// The site is heard, which tells its reign.
        case hear
        /// Another machine takes the site over with a copy that is one line behind.
        case takeOver
    }

    var journal = [0]
    var site: [Int] = []
    var sync = SyncState(saved: 1, site: 0)
    var request: Range<Int>?
    var old: (lines: [Int], from: Int)?
    var replies: SyncState.Answer?
    /// The most lines that the site ever said it has, since it was last taken over.
    var acknowledged = 0
    var reign = 1

    static func == (left: SyncModel, right: SyncModel) -> Bool {
        left.journal == right.journal && left.site == right.site && left.sync == right.sync
            && left.request == right.request && left.replies == right.replies && left.acknowledged == right.acknowledged
            && left.reign == right.reign
            && left.old?.lines == right.old?.lines && left.old?.from == right.old?.from
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(journal)
        hasher.combine(site)
        hasher.combine(sync)
        hasher.combine(request)
        hasher.combine(replies)
        hasher.combine(reign)
    }

    private static let digests = (0..<16).map { Digest(of: Data("\($0)".utf8)) }

    static func digest(_ line: Int) -> Digest { digests[line] }

    /// Nil when the event cannot happen now.
    func after(_ event: Event) -> SyncModel? {
        var next = self
        switch event {
        case .answer:
            next.journal.append(journal.count)
            next.sync.grow(to: next.journal.count)
        case .send:
            guard request == nil, let lines = next.sync.next() else { return nil }
            next.request = lines
        case .arrive:
            guard let request, replies == nil else { return nil }
            next.old = (Array(journal[request]), request.lowerBound)
            next.replies = next.take(Array(journal[request]), from: request.lowerBound)
        case .arriveAgain:
            guard let old else { return nil }
            _ = next.take(old.lines, from: old.from)
            next.old = nil
        case .reply:
            guard let replies else { return nil }
            next.sync.take(replies) { journal.indices.contains($0) ? Self.digest(journal[$0]) : nil }
            (next.request, next.replies) = (nil, nil)
        case .lose:
            guard request != nil else { return nil }
            next.sync.take(.lost) { _ in nil }
            (next.request, next.replies) = (nil, nil)
        case .restart:
            next.sync = SyncState(saved: journal.count, site: site.count)
            (next.request, next.replies) = (nil, nil)
        case .hear: next.sync.hear(reign: reign)
        case .takeOver:
            guard !site.isEmpty else { return nil }
            next.reign += 1
            next.site.removeLast()
            next.acknowledged = min(acknowledged, next.site.count)
            next.replies = nil
        }
        return next
    }

    /// What a site does with lines: those that it has must be the same, those that follow are saved, and only then it
    /// says so.
    private mutating func take(_ lines: [Int], from: Int) -> SyncState.Answer {
        guard from <= site.count else { return .fault(SiteFault(.gap, "", "", lines: site.count)) }
        for (index, line) in lines.enumerated() {
            if from + index < site.count {
                guard site[from + index] == line else { return .fault(SiteFault(.forked, "", "", lines: from + index)) }
            } else {
                site.append(line)
            }
        }
        acknowledged = site.count
        return .reply(lines: site.count, head: Self.digest(site.last ?? 0))
    }
}

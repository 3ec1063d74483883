import ExamModel
import SiteLink
import Synchronization

/// What the candidates of a rehearsal count together, and the first failure.
final class Tally: Sendable {
    struct Count: Hashable {
        var logins = 0
        var starts = 0
        /// Answers of which the site said that they are on its disk.
        var answers = 0
        var ends = 0
        var resumed = 0
        var moved = 0
    }

    private let state = Mutex<(count: Count, failure: Refusal?)>((Count(), nil))

    var count: Count { state.withLock { $0.count } }

    /// Throws why a candidate failed, once one has.
    func check() throws(Refusal) {
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }

    func note(_ moment: SiteCandidate.Moment) {
        state.withLock { state in
            switch moment {
            case .login: state.count.logins += 1
            case .start: state.count.starts += 1
            case .answer: state.count.answers += 1
            case .handIn: break
            }
        }
    }

    func end() { state.withLock { $0.count.ends += 1 } }
    func resume() { state.withLock { $0.count.resumed += 1 } }
    func move() { state.withLock { $0.count.moved += 1 } }
    func fail(_ refusal: Refusal) { state.withLock { $0.failure = $0.failure ?? refusal } }
}

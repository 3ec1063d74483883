import ExamModel
import Foundation
import Sealing
import Synchronization

/// Who is signed in. Tokens are 256 random bits, kept as their hash; sessions end with the server.
final class ConsoleSessions: Sendable {
    /// A session ends when its owner does nothing for so long, in seconds.
    static let idle = 2 * 3600
    /// And in any case after so long.
    static let longest = 14 * 3600
    private static let most = 256

    private struct Session {
        let account: Account
        let begun: UInt64
        var used: UInt64
    }

    private let sessions = Mutex<[Digest: Session]>([:])

    /// `now` is on the boot clock, in nanoseconds.
    func begin(_ account: Account, at now: UInt64) throws(Refusal) -> SiteToken {
        let token = try SiteToken()
        sessions.withLock { sessions in
            sessions = sessions.filter { !Self.isOver($0.value, at: now) }
            while sessions.count >= Self.most, let oldest = sessions.min(by: { $0.value.used < $1.value.used }) {
                sessions[oldest.key] = nil
            }
            sessions[token.hash] = Session(account: account, begun: now, used: now)
        }
        return token
    }

    /// Whose session it is, as long as `accounts` has that account as it was at the sign-in. `isUse` says that its owner did
    /// something.
    func account(_ token: SiteToken, among accounts: [Account], isUse: Bool, at now: UInt64) -> Account? {
        sessions.withLock { sessions in
            guard var session = sessions[token.hash] else { return nil }
            guard !Self.isOver(session, at: now), accounts.contains(session.account) else {
                sessions[token.hash] = nil
                return nil
            }
            if isUse {
                session.used = now
                sessions[token.hash] = session
            }
            return session.account
        }
    }

    func end(_ token: SiteToken) {
        sessions.withLock { $0[token.hash] = nil }
    }

    private static func isOver(_ session: Session, at now: UInt64) -> Bool {
        let second: UInt64 = 1_000_000_000
        return now > session.used + UInt64(idle) * second || now > session.begun + UInt64(longest) * second
    }
}

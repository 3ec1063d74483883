import Dispatch
import ExamModel
import Foundation
import Sealing
import SiteProtocol
import Synchronization

/// Signing in at the console. Passwords are compared one at a time, off the threads that serve terminals.
final class SignIn: Sendable {
    private static let mostWaiting = 8

    private struct State {
        var throttle = SignInThrottle()
        var waiting = 0
    }

    let sessions = ConsoleSessions()
    private let book: AccountBook
    private let now: @Sendable () -> UInt64
    /// Compared with what is typed under a name that nobody has, so that both take the same time.
    private let nobody: PasswordHash
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "site-password")

    /// `now` is the boot clock, in nanoseconds.
    init(_ book: AccountBook, now: @escaping @Sendable () -> UInt64) throws(Refusal) {
        self.book = book
        self.now = now
        nobody = try PasswordHash(Passphrase.generate())
    }

    /// Refuses a wrong pair, without telling which of the two is wrong (WRONG_PASSWORD), and attempts that come too fast
    /// for their account or address (LOCKED).
    func begin(name typed: String, password: String, from address: String) async throws(SiteFault) -> (
        token: SiteToken, account: Account
    ) {
        let name = Account.name(typed)
        let keys: [SignInThrottle.Key] = [.account(name ?? ""), .address(address)]
        try enter(keys)
        let account = book.accounts.first { $0.name == name }
        let hash = account?.password ?? nobody
        let secret = SecretBytes(copying: Data(password.utf8.prefix(Passphrase.byteCounts.upperBound)))
        let matches = await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: hash.matches(secret)) }
        }
        state.withLock { $0.waiting -= 1 }
        guard matches, let account else {
            throw SiteFault(.wrongPassword, "账户名或密码不对", "the name or the password is wrong")
        }
        state.withLock { $0.throttle.succeed(keys) }
        do throws(Refusal) {
            return (try sessions.begin(account, at: now()), account)
        } catch {
            throw .internalFault
        }
    }

    /// The account whose session the token names. Refuses what names none: NOT_SIGNED_IN.
    func account(_ token: SiteToken?, isUse: Bool) throws(SiteFault) -> Account {
        guard let token,
            let account = sessions.account(token, among: book.accounts, isUse: isUse, at: now())
        else { throw SiteFault(.notSignedIn, "请先登录", "sign in first") }
        return account
    }

    /// Counts the attempt as failed until it succeeds, so that many at once count as many.
    private func enter(_ keys: [SignInThrottle.Key]) throws(SiteFault) {
        let pause = state.withLock { state -> Int? in
            let now = now()
            if let pause = state.throttle.pause(of: keys, at: now) { return pause }
            guard state.waiting < Self.mostWaiting else { return 1 }
            state.throttle.fail(keys, at: now)
            state.waiting += 1
            return nil
        }
        if let pause {
            throw SiteFault(
                .locked, "尝试次数太多，请 \(pause) 秒后再试", "too many attempts; try again in \(pause) s", seconds: pause)
        }
    }
}

import ExamModel
import Foundation
import Hummingbird
import SiteProtocol

/// Signing in and out, and who is signed in.
struct SignInRoutes: Sendable {
    private static let largestBody = 4 << 10

    private struct Entry: Decodable {
        let name: String
        let password: String
    }

    /// What the page knows of its session.
    private struct Session: Encodable {
        let account: String
        let role: AccountRole
        let roleName: Bilingual
        let mayAct: Bool
        let csrf: String
        let idleSeconds: Int
    }

    let signIn: SignIn
    let door: ConsoleGuard

    func add(to router: some RouterMethods<ConsoleContext>) {
        router.post("sign-in") { request, context in
            try door.checkOrigin(request)
            let entry = try await request.value(Entry.self, limit: Self.largestBody)
            let (token, account) = try await signIn.begin(
                name: entry.name, password: entry.password, from: context.remoteAddress?.ipAddress ?? "")
            var response = Reply.json(Self.session(account, token))
            response.setCookie(Self.cookie(token.text))
            return response
        }
        router.get("session") { request, _ in
            let account = try door.reader(request)
            guard let token = door.token(request) else { throw SiteFault.internalFault }
            return Reply.json(Self.session(account, token))
        }
        router.post("seen") { request, _ in
            _ = try door.writer(request)
            return Response(status: .noContent)
        }
        router.post("sign-out") { request, _ in
            _ = try door.writer(request)
            if let token = door.token(request) { signIn.sessions.end(token) }
            var response = Response(status: .noContent)
            response.setCookie(Self.cookie("", maxAge: 0))
            return response
        }
    }

    private static func session(_ account: Account, _ token: SiteToken) -> Session {
        Session(
            account: account.name, role: account.role, roleName: account.role.name, mayAct: account.role.mayAct,
            csrf: ConsoleGuard.pageToken(token), idleSeconds: ConsoleSessions.idle)
    }

    private static func cookie(_ value: String, maxAge: Int? = nil) -> Cookie {
        Cookie(
            name: ConsoleGuard.cookieName, value: value, maxAge: maxAge, path: "/", secure: true, httpOnly: true,
            sameSite: .strict)
    }
}

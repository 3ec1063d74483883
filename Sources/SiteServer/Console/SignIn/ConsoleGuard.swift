import ExamModel
import Foundation
import HTTPTypes
import Hummingbird
import Sealing
import SiteProtocol

/// Decides on every request of the console's page: whose session it is, whether it comes from the page itself, and
/// whether the role may do it.
struct ConsoleGuard: Sendable {
    /// Bound to this host and to TLS by its prefix (RFC 6265bis, 4.1.3).
    static let cookieName = "__Host-kaochang"
    static let tokenHeader = "kaochang-csrf"

    let signIn: SignIn

    /// Who reads. A page that is only open is no use of the session.
    func reader(_ request: Request) throws(SiteFault) -> Account {
        try signIn.account(token(request), isUse: false)
    }

    /// Who changes something: the request has the page's token and comes from the page.
    func writer(_ request: Request) throws(SiteFault) -> Account {
        try checkOrigin(request)
        guard let token = token(request) else { return try signIn.account(nil, isUse: false) }
        let account = try signIn.account(token, isUse: true)
        guard let name = HTTPField.Name(Self.tokenHeader), let sent = request.headers[name],
            Data(sent.utf8).equalsInConstantTime(Data(Self.pageToken(token).utf8))
        else { throw Self.foreign }
        return account
    }

    /// Who acts on the room. Refuses supervision: NOT_ALLOWED.
    func actor(_ request: Request) throws(SiteFault) -> Account {
        let account = try writer(request)
        guard account.role.mayAct else {
            throw SiteFault(.notAllowed, "监督账户只能查看，不能操作", "a supervision account only looks")
        }
        return account
    }

    func token(_ request: Request) -> SiteToken? {
        guard let text = request.cookies[Self.cookieName]?.value, text.utf8.count <= 128 else { return nil }
        return SiteToken(text)
    }

    /// What the page sends with every change. It follows from the session's token, which scripts of other pages cannot have.
    static func pageToken(_ token: SiteToken) -> String {
        Digest(of: Data("kaochang page \(token.text)".utf8)).description
    }

    func checkOrigin(_ request: Request) throws(SiteFault) {
        guard let host = request.head.authority, let origin = request.headers[.origin],
            origin.lowercased() == "https://\(host.lowercased())"
        else { throw Self.foreign }
    }

    private static let foreign = SiteFault(
        .notAllowed, "这个请求不是从控制台页面发出的，请刷新页面重试", "the request did not come from the console's page; reload it")
}

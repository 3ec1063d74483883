import CanonicalJSON
import ExamModel
import ExamPackage
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import SiteProtocol
import Sitting

/// The server's side of ``SiteRoute``.
struct TerminalRoutes: Sendable {
    private static let smallBody = 4 << 10
    private static let mostLines = 1 << 20

    let hall: Hall
    let forms: FormShelf
    let meter: RequestMeter

    func router() -> Router<TerminalContext> {
        let router = Router(context: TerminalContext.self)
        router.add(middleware: meter)
        router.add(middleware: SiteFaults())
        on(router, .get, .alive) { _ in Response(status: .noContent) }
        router.post(RouterPath(SiteRoute.enrol.rawValue)) { request, context in
            let wanted = try await request.value(EnrolmentRequest.self, limit: Self.smallBody)
            return Reply.json(try await hall.enrol(wanted, from: context.address))
        }
        on(router, .get, .notice) { request in
            Reply.json(try await hall.notice(for: hall.seat(ofMachine: request.token(SiteRoute.machineHeader))))
        }
        on(router, .post, .login) { request in
            let seat = try await hall.seat(ofMachine: request.token(SiteRoute.machineHeader))
            return Reply.json(
                try await hall.logIn(request.value(LoginRequest.self, limit: Self.smallBody), at: seat))
        }
        on(router, .get, .form) { request in
            let (ticket, _) = try await caller(request)
            guard let form = await hall.formID(of: ticket) else { throw SiteFault.internalFault }
            return try Reply.data(forms.sealedForm(form), type: "application/json")
        }
        on(router, .post, .journal, take)
        on(router, .get, .lines) { request in
            let (ticket, _) = try await caller(request)
            let from = try request.number("from", in: 0...Self.mostLines) ?? 0
            guard let lines = try? hall.store.lines(of: ticket, from: from) else { throw SiteFault.internalFault }
            return Reply.data(lines.asText, type: "application/x-ndjson")
        }
        on(router, .get, .orders) { request in
            let (ticket, _) = try await caller(request)
            let after = try request.number("after", in: 0...Self.mostLines) ?? 0
            let wait = try request.number("wait", in: 0...SiteRoute.longestWait) ?? 0
            let sawRelease = try request.number("released", in: 0...1) == 1
            return Reply.json(await hall.orders(of: ticket, after: after, wait: wait, sawRelease: sawRelease))
        }
        on(router, .get, .release) { request in
            _ = try await caller(request)
            return Reply.data(try await hall.releaseFile(), type: "application/octet-stream")
        }
        return router
    }

    private func on(
        _ router: Router<TerminalContext>, _ method: HTTPRequest.Method, _ route: SiteRoute,
        _ body: @escaping @Sendable (Request) async throws -> Response
    ) {
        router.on(RouterPath(route.rawValue), method: method) { request, _ in try await body(request) }
    }

    private func take(_ request: Request) async throws -> Response {
        let from = try request.number("from", in: 0...Self.mostLines) ?? 0
        let body = try await request.data(limit: SiteRoute.largestBody)
        let lines: JournalLines
        do throws(Refusal) {
            lines = try JournalLines(body, from: from)
        } catch {
            throw SiteFault(.badRequest, "作答记录无法识别", "the lines cannot be read")
        }
        let machine = request.token(SiteRoute.machineHeader)
        let sitting = request.token(SiteRoute.sittingHeader)
        if let reply = try await hall.take(lines, machine: machine, sitting: sitting, form: { forms.known($0) }) {
            return Reply.data(reply.json, type: "application/json")
        }
        let (ticket, seat) = try await hall.sender(of: lines, machine: machine, sitting: sitting)
        let reply = try await hall.take(
            lines, of: ticket, from: seat, form: forms.sittingForm(of: ticket, in: hall))
        return Reply.data(reply.json, type: "application/json")
    }

    /// The candidate at the machine that asks, and its seat.
    private func caller(_ request: Request) async throws(SiteFault) -> (TicketNumber, String) {
        try await hall.caller(
            machine: request.token(SiteRoute.machineHeader), sitting: request.token(SiteRoute.sittingHeader))
    }
}

/// Turns the protocol's errors, and everything else that goes wrong, into answers of the protocol.
struct SiteFaults<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let fault as SiteFault {
            context.logger.notice("\(request.method) \(request.uri.path): \(fault.code.rawValue)")
            return Reply.fault(fault)
        } catch let error as HTTPError {
            context.logger.notice("\(request.method) \(request.uri.path): \(error.status.code)")
            return Reply.json(
                SiteFault(.notFound, "没有这个地址或方法", "there is no such path or method"), status: error.status)
        } catch {
            context.logger.error("\(error)")
            return Reply.fault(.internalFault)
        }
    }
}

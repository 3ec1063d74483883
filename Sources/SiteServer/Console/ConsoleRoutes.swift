import ExamModel
import ExamSeat
import Foundation
import Hummingbird
import SiteProtocol

/// What people may see and do, over the console's page and over the control socket alike. Who asks, `actor` tells; it
/// refuses whoever may not.
struct ConsoleRoutes<Context: RequestContext>: Sendable {
    private static var largestBody: Int { 256 << 10 }

    let hall: Hall
    /// The name of who asks, for reading or for acting.
    let actor: @Sendable (Request, Context, _ acts: Bool) async throws -> String

    func add(to router: some RouterMethods<Context>) {
        router.get("room") { request, context in
            _ = try await actor(request, context, false)
            return Reply.json(await hall.view())
        }
        router.post("act") { request, context in
            let name = try await actor(request, context, true)
            let wanted = try await request.value(ActionRequest.self, limit: Self.largestBody)
            let action = try wanted.action(in: hall.site.seats.map(\.ticket))
            return Reply.json(try await hall.perform(action, by: name, because: wanted.reason))
        }
    }
}

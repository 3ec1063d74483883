import ExamModel
import Hummingbird
import SiteProtocol

/// POST a sealed journal's bytes to `take?reason=…` → ``CarriedJournal``.
struct CarryRoute: Sendable {
    static let path = "take"

    let hall: Hall
    /// The name of who asks.
    let actor: @Sendable (Request) -> String

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.post(RouterPath(Self.path)) { request, _ in
            let reason = request.uri.queryParameters["reason"].map(String.init) ?? ""
            guard !reason.isBlank, reason.count <= ActionRequest.longestReason else {
                throw SiteFault.bad("请写明理由（1 到 200 个字）", "give a reason of 1 to 200 characters")
            }
            let file = try await request.data(limit: SealedJournal.mostBytes)
            return Reply.json(try await hall.take(carried: file, by: actor(request), because: reason))
        }
    }
}

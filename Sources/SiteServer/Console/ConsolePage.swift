import ExamModel
import Hummingbird
import Logging
import SiteProtocol
import Sitting

/// The invigilator's console over TLS: the page, signing in, the room as it changes, and what people decide.
struct ConsolePage: Sendable {
    private let hall: Hall
    private let signIn: SignIn
    private let feed: RoomFeed

    init(_ hall: Hall, folder: SiteFolder, logger: Logger) throws(Refusal) {
        self.hall = hall
        let clock = hall.clock
        let now: @Sendable () -> UInt64 = { clock().nanoseconds }
        signIn = try SignIn(AccountBook(AccountFile(in: folder), logger: logger), now: now)
        feed = RoomFeed(hall, now: now)
    }

    func router() -> Router<ConsoleContext> {
        let router = Router(context: ConsoleContext.self)
        router.add(middleware: ConsoleHeaders())
        router.add(middleware: SiteFaults())
        let door = ConsoleGuard(signIn: signIn)
        ConsoleFiles().add(to: router)
        SignInRoutes(signIn: signIn, door: door).add(to: router)
        EventRoute(hall: hall, feed: feed, door: door).add(to: router)
        ConsoleRoutes(hall: hall) { request, _, acts in
            acts ? try door.actor(request).name : try door.reader(request).name
        }.add(to: router)
        return router
    }
}

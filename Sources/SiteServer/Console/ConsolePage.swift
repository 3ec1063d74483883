import Hummingbird
import SiteProtocol

/// The invigilator's console over TLS.
struct ConsolePage: Sendable {
    let hall: Hall

    func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.add(middleware: SiteFaults())
        return router
    }
}

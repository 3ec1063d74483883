import Hummingbird
import HummingbirdCore
import NIOCore

/// A terminal's request and where it came from.
struct TerminalContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// An IP address; empty where there is none.
    let address: String

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? ""
    }
}

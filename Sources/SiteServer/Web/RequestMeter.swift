import Hummingbird
import Synchronization

/// Counts requests, and how many came in the busiest second.
final class RequestMeter: RouterMiddleware {
    typealias Context = TerminalContext

    private struct State {
        var total = 0
        var peak = 0
        /// Since this began, of the second that runs.
        var second: ContinuousClock.Instant?
        var count = 0
    }

    private let state = Mutex(State())

    var total: Int { state.withLock { $0.total } }
    /// In one second, at the most.
    var peak: Int { state.withLock { $0.peak } }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let now = ContinuousClock.now
        state.withLock { state in
            if let second = state.second, now - second < .seconds(1) {
                state.count += 1
            } else {
                (state.second, state.count) = (now, 1)
            }
            state.total += 1
            state.peak = max(state.peak, state.count)
        }
        return try await next(request, context)
    }
}

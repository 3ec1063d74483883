import ExamModel
import Foundation
import Hummingbird
import NIOCore
import SiteProtocol

/// The room as server-sent events: something comes at least every two seconds, so that a page that hears nothing knows
/// that it has lost the server.
struct EventRoute: Sendable {
    /// The shortest time between two events, in milliseconds.
    private static let shortest = 400

    let hall: Hall
    let feed: RoomFeed
    let door: ConsoleGuard

    func add(to router: some RouterMethods<ConsoleContext>) {
        router.get("events") { request, _ in
            _ = try door.reader(request)
            return Response(
                status: .ok, headers: [.contentType: "text/event-stream; charset=utf-8"],
                body: ResponseBody { writer in
                    try await send(request, to: &writer)
                    try await writer.finish(nil)
                })
        }
    }

    private func send(_ request: Request, to writer: inout any ResponseBodyWriter) async throws {
        let (number, stream) = await hall.watch()
        do {
            try await writer.write(ByteBuffer(string: "retry: 1000\n\n"))
            var changes = RoomChanges()
            for await _ in stream {
                guard (try? door.reader(request)) != nil else {
                    try await writer.write(ByteBuffer(string: "event: signed-out\ndata: {}\n\n"))
                    break
                }
                try await writer.write(ByteBuffer(string: changes.event(feed.view())))
                try await Task.sleep(for: .milliseconds(Self.shortest))
            }
        } catch {
            await hall.stopWatching(number)
            throw error
        }
        await hall.stopWatching(number)
    }
}

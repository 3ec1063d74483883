import Foundation
import Hummingbird

/// The files of the console's page, as they were when this was built; nothing is fetched from anywhere else.
struct ConsoleFiles: Sendable {
    private static let files: [(path: String, type: String, bytes: [UInt8])] = [
        ("", "text/html; charset=utf-8", PackageResources.console_html),
        ("console.css", "text/css; charset=utf-8", PackageResources.console_css),
        ("seats.css", "text/css; charset=utf-8", PackageResources.seats_css),
        ("main.js", script, PackageResources.main_js), ("words.js", script, PackageResources.words_js),
        ("link.js", script, PackageResources.link_js), ("room.js", script, PackageResources.room_js),
        ("actions.js", script, PackageResources.actions_js), ("ask.js", script, PackageResources.ask_js),
        ("incidents.js", script, PackageResources.incidents_js), ("top.js", script, PackageResources.top_js),
        ("state.js", script, PackageResources.state_js), ("keys.js", script, PackageResources.keys_js),
        ("seat.js", script, PackageResources.seat_js),
    ]
    private static let script = "text/javascript; charset=utf-8"

    func add(to router: some RouterMethods<ConsoleContext>) {
        for file in Self.files {
            router.get(RouterPath("/" + file.path)) { _, _ in Reply.data(Data(file.bytes), type: file.type) }
        }
    }
}

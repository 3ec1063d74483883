import ArgumentParser
import ExamModel
import Foundation
import SiteServer

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "The room as the console shows it: clock, faults, incidents, seats · 查看考场",
        discussion: "Asks the server that serves the folder. Exit 1: none does.")

    @OptionGroup var site: SiteOptions

    @Flag(help: "One JSON document on standard output.")
    var json = false

    func run() async throws {
        try await site.reporting {
            let room = try await ControlClient(site.folder).room()
            Message.line(
                json ? String(decoding: room, as: UTF8.self) : try RoomTable(room, in: site.language).text)
        }
    }
}

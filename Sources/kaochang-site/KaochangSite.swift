import ArgumentParser
import ExamModel
import Foundation
import Sealing
import SiteServer

/// The exam site's server (考点服务器).
@main
struct KaochangSite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kaochang-site",
        abstract: "An exam site's server and what its invigilators do · 考点服务器",
        subcommands: [
            ServeCommand.self, ReleaseCommand.self, TakeCommand.self, AccountCommand.self, StatusCommand.self,
            ActCommand.self,
            CodesCommand.self, ExportCommand.self,
        ])
}

import ArgumentParser
import ExamModel
import Foundation
import Sealing
import SiteServer
import Sitting

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves a room: terminals on one port, the console on another · 启动考点服务器",
        discussion: """
            The folder holds paper.kcp, keys/ (authority.pem, site.pem, site.key) and, from the release on, release.kcr. \
            Runs until SIGTERM or SIGINT; started again, it goes on where it was.
            """)

    @OptionGroup var site: SiteOptions

    @Option(help: "The address to listen on.")
    var host = "0.0.0.0"

    @Option(help: "The terminals' port; 0 takes a free one.")
    var port = 8443

    @Option(help: "The console's port; 0 takes a free one.")
    var consolePort = 8444

    @Option(help: ArgumentHelp("Keeps a hot copy in this folder, on another disk or machine.", valueName: "folder"))
    var copy: String?

    @Flag(help: "The folder is the hot copy of a server that died: take over from it.")
    var takeOver = false

    func run() async throws {
        try await site.reporting {
            let application = try await SiteApplication(
                site.folder,
                SiteApplication.Options(
                    host: host, port: port, consolePort: consolePort, copy: copy.map { URL(filePath: $0) },
                    takesOver: takeOver),
                passphrases: site.passphrases, clock: SystemClock().read
            ) { Message.error($0.line(in: site.language)) }
            let language = site.language
            try await application.run { terminals, console in
                let hosts = ServedHosts.hosts(of: host)
                let (here, there) = (
                    hosts.map { "https://\($0):\(terminals)" }, hosts.map { "https://\($0):\(console)/" }
                )
                Message.line(
                    Bilingual(
                        "考点服务器已就绪：终端 \(here.joined(separator: " 或 "))，控制台 \(there.joined(separator: " 或 "))",
                        "ready: terminals \(here.joined(separator: " or ")), console \(there.joined(separator: " or "))"
                    ).text(in: language))
            }
        }
    }
}

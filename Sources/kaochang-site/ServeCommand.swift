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

    @Option(help: ArgumentHelp("A file with the passphrase of the site's key.", valueName: "file"))
    var passphraseFile: String?

    func run() async throws {
        ProcessSecrecy.begin()
        do {
            let files = passphraseFile.map { [PassphraseFile(url: URL(filePath: $0))] } ?? []
            let application = try await SiteApplication(
                site.folder,
                SiteApplication.Options(
                    host: host, port: port, consolePort: consolePort, copy: copy.map { URL(filePath: $0) },
                    takesOver: takeOver),
                passphrases: PassphraseSource(files: files), clock: SystemClock()
            ) { Message.error($0.line(in: site.language)) }
            let language = site.language
            try await application.run { terminals, console in
                Message.line(
                    Bilingual(
                        "考点服务器已就绪：终端 https://\(host):\(terminals)，控制台 https://\(host):\(console)/",
                        "ready: terminals https://\(host):\(terminals), console https://\(host):\(console)/"
                    ).text(in: language))
            }
        } catch let refusal as Refusal {
            for finding in refusal.findings { Message.error(finding.line(in: site.language)) }
            throw ExitCode.failure
        }
    }
}

/// Where the site's folder is, and the language of what is said.
struct SiteOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The site's folder; by default this one.", valueName: "folder"))
    var site = "."

    @Option(help: "zh or en; by default the locale's where that is English, else Chinese.")
    var lang: String?

    var folder: SiteFolder { SiteFolder(URL(filePath: site).standardizedFileURL) }

    var language: Language {
        switch lang {
        case "zh": .chinese
        case "en": .english
        default: .preferred(in: ProcessInfo.processInfo.environment)
        }
    }
}

/// What is said on the standard outputs.
enum Message {
    static func line(_ text: String) {
        try? FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
    }

    static func error(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }
}

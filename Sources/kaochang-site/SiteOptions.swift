import ArgumentParser
import ExamModel
import Foundation
import Sealing
import SiteServer

/// Where the site's folder is, and the language of what is said.
struct SiteOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The site's folder; by default this one.", valueName: "folder"))
    var site = "."

    @Option(help: "zh or en; by default the locale's where that is English, else Chinese.")
    var lang: String?

    @Option(help: ArgumentHelp("A file with the passphrase of the site's key.", valueName: "file"))
    var passphraseFile: String?

    var passphrases: PassphraseSource {
        PassphraseSource(files: passphraseFile.map { [PassphraseFile(url: URL(filePath: $0))] } ?? [])
    }

    /// Runs a command; what it refuses is said line by line, with exit 1.
    func reporting(_ body: () async throws -> Void) async throws {
        ProcessSecrecy.begin()
        do {
            try await body()
        } catch let refusal as Refusal {
            for finding in refusal.findings { Message.error(finding.line(in: language)) }
            throw ExitCode.failure
        }
    }

    func warn(_ finding: Finding) {
        Message.error(finding.line(in: language))
    }

    var folder: SiteFolder { SiteFolder(URL(filePath: site).standardizedFileURL) }

    var language: Language {
        switch lang {
        case "zh": .chinese
        case "en": .english
        default: .preferred(in: ProcessInfo.processInfo.environment)
        }
    }
}

import ArgumentParser
import ExamModel
import ExamSeat
import ExamTerminal
import Foundation
import Sealing
import Sitting

/// A candidate's terminal (考试终端).
@main
struct KaochangTerminal: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kaochang-terminal",
        abstract: "A candidate's exam terminal · 考试终端",
        discussion: """
            Waits for the release, runs the sitting in a journal that survives a crash, seals the answers and shows a \
            receipt. Exit 0: handed in. 1: failed, or ended from outside with all answers kept.
            """)

    @Option(help: ArgumentHelp("The sealed paper (.kcp).", valueName: "file"), completion: .file(extensions: ["kcp"]))
    var paper: String

    @Option(help: ArgumentHelp("The release; by default beside the paper, with the ending .kcr.", valueName: "file"))
    var release: String?

    @Option(
        help: ArgumentHelp(
            "Holds authority.pem, site.pem and site.key; by default the folder `keys` beside the paper or above.",
            valueName: "folder"))
    var credentials: String?

    @Option(
        help: ArgumentHelp(
            "Takes journals and sealed answers; by default the folder `answers` beside the paper's folder.",
            valueName: "folder"))
    var answers: String?

    @Option(
        name: .customLong("passphrase-file"),
        help: ArgumentHelp(
            "A file with the passphrase of the site's key; by default the slip beside it, else asked at the terminal.",
            valueName: "file"))
    var passphraseFile: String?

    @Option(help: "The language of the screens: zh or en; by default the locale's where that is English, else Chinese.")
    var lang: ScreenLanguage?

    @ArgumentParser.Flag(help: "Line by line on standard input and output, for screen readers and dumb terminals.")
    var plain = false

    func run() throws {
        ProcessSecrecy.begin()
        do {
            let clock = try SystemClock()
            let language = language
            let desk = try places().openDesk(passphraseFile: passphraseFile.map { URL(filePath: $0) }) { finding in
                try? FileHandle.standardError.write(contentsOf: Data((finding.line(in: language) + "\n").utf8))
            }
            let session = TerminalSession(desk: desk, language: language, size: .smallest)
            let outcome =
                plain
                ? try PlainProgram(session, clock: clock).run() : try TerminalProgram.run(session, clock: clock)
            if outcome == .ended { throw ExitCode.failure }
        } catch let refusal as Refusal {
            let lines = refusal.findings.map { $0.line(in: language) + "\n" }.joined()
            try FileHandle.standardError.write(contentsOf: Data(lines.utf8))
            throw ExitCode.failure
        }
    }

    private var language: Language {
        lang?.language ?? .preferred(in: ProcessInfo.processInfo.environment)
    }

    private func places() throws(Refusal) -> DeskPlaces {
        try DeskPlaces(
            paper: URL(filePath: paper), release: release.map { URL(filePath: $0) },
            credentials: credentials.map { URL(filePath: $0) }, answers: answers.map { URL(filePath: $0) })
    }
}

enum ScreenLanguage: String, ExpressibleByArgument {
    case zh, en

    var language: Language { self == .zh ? .chinese : .english }
}

import ArgumentParser
import ExamModel
import ExamSeat
import ExamTerminal
import Foundation
import Sealing
import SiteLink
import Sitting

/// A candidate's terminal (考试终端).
@main
struct KaochangTerminal: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kaochang-terminal",
        abstract: "A candidate's exam terminal · 考试终端",
        discussion: """
            Waits for the release, runs the sitting in a journal that survives a crash, seals the answers and shows a \
            receipt. Works with a site's server (--site), or with a paper on the same machine (--paper). Exit 0: handed \
            in. 1: failed, or ended from outside with all answers kept.
            """)

    @Option(
        help: ArgumentHelp(
            "The site's server, as https://host:port; a second one after a comma is the machine that may take it over.",
            valueName: "addresses"))
    var site: String?

    @Option(
        help: ArgumentHelp(
            "With --site: keeps the machine's enrolment and the journals; by default ~/.local/state/kaochang.",
            valueName: "folder"))
    var state: String?

    @Option(help: "With --site: the code that enrols this machine; otherwise the invigilator types it.")
    var code: String?

    @Option(help: ArgumentHelp("The sealed paper (.kcp).", valueName: "file"), completion: .file(extensions: ["kcp"]))
    var paper: String?

    @Option(help: ArgumentHelp("The release; by default beside the paper, with the ending .kcr.", valueName: "file"))
    var release: String?

    @Option(
        help: ArgumentHelp(
            "Holds authority.pem, and site.pem with site.key (with --site: terminal.pem with terminal.key); by default the "
                + "folder `keys` beside the paper or above.",
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
            "A file with the passphrase of the key; by default the slip beside it, else asked at the terminal.",
            valueName: "file"))
    var passphraseFile: String?

    @Option(help: "The language of the screens: zh or en; by default the locale's where that is English, else Chinese.")
    var lang: ScreenLanguage?

    @ArgumentParser.Flag(help: "Line by line on standard input and output, for screen readers and dumb terminals.")
    var plain = false

    func validate() throws {
        guard (site == nil) != (paper == nil) else {
            throw ValidationError("Give either --site or --paper. · 请用 --site 或 --paper 指定其一。")
        }
    }

    func run() throws {
        ProcessSecrecy.begin()
        do {
            let signals = try SignalWatch()
            let clock = try SystemClock()
            let language = language
            let desk = try desk(clock)
            let session = TerminalSession(desk: desk, language: language, size: .smallest)
            let outcome =
                plain
                ? PlainProgram(session, clock: clock, signals: signals).run()
                : try TerminalProgram.run(session, clock: clock, signals: signals)
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

    private func desk(_ clock: SystemClock) throws(Refusal) -> any Desk {
        guard let paper else { return try siteDesk(clock) }
        return try DeskPlaces(
            paper: URL(filePath: paper), release: release.map { URL(filePath: $0) },
            credentials: credentials.map { URL(filePath: $0) }, answers: answers.map { URL(filePath: $0) }
        ).openDesk(passphraseFile: passphraseFile.map { URL(filePath: $0) }, warn: warn)
    }

    private func siteDesk(_ clock: SystemClock) throws(Refusal) -> SiteDesk {
        let addresses = try SiteAddress.read(site ?? "")
        let keys = KeyFolder(
            URL(filePath: credentials ?? "keys"),
            passphrases: PassphraseSource(files: passphraseFile.map { [PassphraseFile(url: URL(filePath: $0))] } ?? []),
            warn: warn)
        let trust = try keys.trust()
        let holder = keys.holdersWithKeys(of: .terminal).first ?? Holder(.terminal)
        // A passphrase that somebody has to type is asked for before the screen is ours.
        if !keys.knowsPassphrase(of: holder) { _ = try keys.credential(of: holder) }
        let folder =
            state.map { URL(filePath: $0) }
            ?? FileManager.default.homeDirectoryForCurrentUser.appending(path: ".local/state/kaochang")
        return try SiteDesk(
            addresses, of: trust.authority.fingerprint, folder: TerminalFolder(folder), code: code,
            readClock: clock.read
        ) { () throws(Refusal) in
            SiteTrust(trust, terminal: try keys.credential(of: holder), now: { clock.read().date })
        }
    }

    @Sendable private func warn(_ finding: Finding) {
        try? FileHandle.standardError.write(contentsOf: Data((finding.line(in: language) + "\n").utf8))
    }
}

enum ScreenLanguage: String, ExpressibleByArgument {
    case zh, en

    var language: Language { self == .zh ? .chinese : .english }
}

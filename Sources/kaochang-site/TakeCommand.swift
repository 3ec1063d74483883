import ArgumentParser
import ExamModel
import Foundation
import SiteServer
import Sitting

struct TakeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "take",
        abstract: "Takes in answers that were carried from a terminal that is cut off · 收取断网终端的作答记录",
        discussion: """
            The files (.kcl) lie beside the journals in a terminal's state folder. They are held to the same rules as \
            answers over the network, the grace included. A running server takes them; where none runs they go into the \
            site's database. Exit 0: all taken. 3: some refused. 1: none taken.
            """)

    @OptionGroup var site: SiteOptions

    @Argument(help: ArgumentHelp("Sealed journals (.kcl).", valueName: "file"))
    var files: [String]

    @Option(help: "Why they were carried; stands in the site's log.")
    var reason: String

    @Flag(help: "One JSON document on standard output.")
    var json = false

    func run() async throws {
        try await site.reporting {
            let intake = SiteIntake(
                site.folder, passphrases: site.passphrases, clock: try SystemClock(), warn: site.warn)
            var taken: [CarriedJournal] = []
            for file in files {
                do {
                    let journal = try await intake.take(URL(filePath: file), because: reason)
                    taken.append(journal)
                    if !json { Message.line(journal.sentence.text(in: site.language)) }
                } catch let refusal as Refusal {
                    for finding in refusal.findings { Message.error(finding.line(in: site.language)) }
                }
            }
            if json {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
                Message.line(String(decoding: try encoder.encode(["taken": taken]), as: UTF8.self))
            }
            if taken.count < files.count { throw taken.isEmpty ? ExitCode.failure : ExitCode(3) }
        }
    }
}

extension CarriedJournal {
    fileprivate var sentence: Bilingual {
        Bilingual(
            "\(ticket)：收到 \(lines) 行，其中新的 \(fresh) 行；\(hasEnded ? "作答已结束" : "作答还没有结束")",
            "\(ticket): \(lines) lines, \(fresh) of them new; \(hasEnded ? "the sitting has ended" : "the sitting goes on")"
        )
    }
}

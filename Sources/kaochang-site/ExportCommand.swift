import ArgumentParser
import ExamModel
import Foundation
import SiteServer
import Sitting

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Makes the signed, encrypted answers for the office · 导出答卷包",
        discussion: "Refuses while a sitting goes on. Exit 0: done. 1: refused, nothing written.")

    @OptionGroup var site: SiteOptions

    @Option(
        help: ArgumentHelp("Where answers.kca goes; by default `export` in the site's folder.", valueName: "folder"))
    var into: String?

    @Flag(help: "Ends sittings whose terminals are gone; no server may be running.")
    var close = false

    @Flag(help: "Writes the journals too: answers in the clear, for appeals and for the time per item.")
    var journals = false

    @Flag(help: "One JSON document on standard output.")
    var json = false

    func run() async throws {
        try await site.reporting {
            let export = try await SiteExport(
                site.folder, passphrases: site.passphrases, clock: SystemClock().read, warn: site.warn)
            if close { try await export.closeRest(because: "export --close") }
            let target = into.map { URL(filePath: $0) } ?? site.folder.url.appending(path: "export")
            let summary = try await export.write(into: target, journals: journals, at: Date())
            if json {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
                Message.line(String(decoding: try encoder.encode(summary), as: UTF8.self))
            } else {
                Message.line(summary.sentence.text(in: site.language))
            }
        }
    }
}

extension SiteExport.Summary {
    fileprivate var sentence: Bilingual {
        let lacking = ledgerFault.map {
            Bilingual("\n考点账本不完整：\($0.chinese)", "\nthe site's ledger is not whole: \($0.english)")
        }
        let aside = stranded.map(\.text).joined(separator: "、")
        return Bilingual(
            "已导出 \(sheets) 份答卷（缺考 \(absent.count) 人）：\(file)\nSHA-256 \(sha256)"
                + (stranded.isEmpty ? "" : "\n另有未合并的作答须裁定：\(aside)")
                + (lacking?.chinese ?? ""),
            "\(sheets) sheets (\(absent.count) absent): \(file)\nSHA-256 \(sha256)"
                + (stranded.isEmpty ? "" : "\nanswers kept aside for a decision: \(aside)")
                + (lacking?.english ?? ""))
    }
}

import ArgumentParser
import ExamModel
import Foundation

/// `paper preview`: a form for proof-reading.
struct PreviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "校对：在终端或网页上看一套试卷，谁看过记入账本 (read a form; every look is in the ledger)")

    @OptionGroup var common: CommonOptions
    @Argument(help: "试卷号，如 A (the form)") var form: String
    @Option(help: "谁在看；打在水印上并记入账本 (who looks)") var reader: String
    @Option(name: .customLong("html"), help: "写成可打印的网页 (as a page to print)") var page: String?
    @Option(help: "按这名考生看到的次序 (in the order of this candidate)") var ticket: String?
    @Flag(help: "同时显示答案和解析 (with keys)") var keys = false

    func run() throws {
        try common.perform { () throws(Refusal) in
            Outcome(
                try common.office().preview(
                    FormID(form), reader: reader, ticket: ticket.map { TicketNumber($0) }, keys: keys,
                    page: page.map { URL(filePath: $0) }))
        }
    }
}

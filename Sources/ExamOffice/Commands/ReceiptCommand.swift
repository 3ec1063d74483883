import ArgumentParser
import ExamModel

struct ReceiptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt", abstract: "回执 (receipts)", subcommands: [Check.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "核对回执码：答卷在收到的答卷之中 (that the sheet of a receipt is among those collected)")

        @OptionGroup var common: CommonOptions
        @Argument(help: "回执码，如 K3M9-QWXZ-7P2R (the receipt)") var receipt: String

        func run() throws {
            try common.perform { () throws(Refusal) in Outcome(try common.office().checkReceipt(receipt)) }
        }
    }
}

import ArgumentParser
import ExamModel
import Foundation

/// What every command on the bank understands.
struct BankOptions: ParsableArguments {
    @OptionGroup var common: CommonOptions
    @Option(name: .customLong("bank"), help: "题库数据库；默认为考试文件夹里的 bank.sqlite (the bank's database)")
    var path: String?

    var console: Console { common.console }

    /// The bank named, or that of the exam folder. An exam's own bank goes into its ledger, however it is named.
    func desk() throws(Refusal) -> BankDesk {
        guard let path else { return BankDesk(try common.office()) }
        let url = URL(filePath: path).standardizedFileURL
        if let office = try? common.office(), office.folder.bank.standardizedFileURL == url { return BankDesk(office) }
        return BankDesk(url, console: console)
    }
}

/// Who changes something in the bank, and why.
struct PersonOptions: ParsableArguments {
    @Option(help: "经手人姓名；默认取 KAOCHANG_USER 或登录名 (who does this)") var by: String = Person.atThisMachine
    @Option(help: "原因，记入试题的经过 (why)") var reason: String = ""
}

import ArgumentParser

/// `kaochang bank`: the bank's daily work.
struct BankCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bank", abstract: "题库：导入、查找、修改、审题、停用 (the item bank)",
        subcommands: [
            BankImportCommand.self, BankStatsCommand.self, BankSearchCommand.self, BankShowCommand.self,
            BankEditCommand.self, BankReviewCommand.self, BankRetireCommand.self, BankRestoreCommand.self,
            BankEnemiesCommand.self,
            BankDuplicatesCommand.self, BankExportCommand.self, BankFeedbackCommand.self,
            BankSyllabusCommand.self, BankSettingsCommand.self,
        ])
}

package import ArgumentParser

/// `kaochang`: the root of the office's commands.
package struct OfficeCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "kaochang",
        abstract: "考场：上机笔试的题库、组卷、封卷、阅卷、排名与成绩报告 (a computer-based written exam, stage by stage)",
        discussion: """
            一场考试是一个文件夹。各步骤读取前面步骤的结果，写下自己的结果，并在账本（ledger.jsonl）里签名记一笔。
            退出码：0 完成；3 完成，但有输入被退回并已列出；1 未完成，什么都没有改变；64 用法有误。
            """,
        subcommands: [
            InitCommand.self, StatusCommand.self, BankCommand.self, RosterCommand.self, SeatingCommand.self,
            TicketsCommand.self,
            KeysCommand.self,
            DrawCommand.self, PaperCommand.self, AnswersCommand.self, ReceiptCommand.self, GradeCommand.self,
            RegradeCommand.self, RankCommand.self, ReportCommand.self, AnalyseCommand.self, ItemTimesCommand.self,
            RehearseCommand.self, AuditCommand.self,
        ])

    package init() {}
}

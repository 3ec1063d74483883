import ArgumentParser
import ExamModel

struct BankFeedbackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feedback", abstract: "把已阅卷考试的曝光、得分率、区分度收进题库 (what a graded exam says of its items)",
        discussion: "考试取 --exam 或当前文件夹；题库取 --bank，默认是这场考试自己的题库。同一场考试再收一次，只替换它自己的数据。")

    @OptionGroup var bank: BankOptions

    func run() throws {
        try bank.common.perform { () throws(Refusal) in
            let learned = try bank.desk().takeIn(try bank.common.office())
            bank.console.say(
                "已收入 \(learned.items) 道题在考试“\(learned.exam)”中的数据",
                "took in the figures of \(learned.items) items in exam \(learned.exam)")
            bank.console.report(learned.findings)
            return Outcome(learned, findings: learned.findings)
        }
    }
}

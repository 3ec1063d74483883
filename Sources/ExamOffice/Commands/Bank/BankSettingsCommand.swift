import ArgumentParser
import ExamModel

struct BankSettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings", abstract: "题库的设置：导入的试题是否须经审题 (what the bank asks of everybody)")

    @OptionGroup var bank: BankOptions
    @Option(help: "required 导入的试题先作草稿，经两人审定才能上卷；trusted 直接可用 (required or trusted)") var review: String?

    func validate() throws {
        guard [nil, "required", "trusted"].contains(review) else {
            throw ValidationError("--review 只能是 required 或 trusted (--review is required or trusted)")
        }
    }

    func run() throws {
        try bank.common.perform { () throws(Refusal) in
            let settings = try bank.desk().settings(review: review.map { $0 == "required" })
            bank.console.say(
                settings.review == "required" ? "审题：须经两人审定才能上卷" : "审题：导入的试题直接可以上卷",
                settings.review == "required" ? "review: required" : "review: trusted")
            return Outcome(settings)
        }
    }
}

import ArgumentParser
import ExamModel
import Foundation

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "新建考试文件夹，内有可修改的样例设置 (a new exam folder from a template)")

    @OptionGroup var common: CommonOptions
    @Argument(help: "要新建的文件夹 (the folder to make)", completion: .directory) var folder: String

    func run() throws {
        try common.perform { () throws(Refusal) in
            let made = try ExamTemplate.write(to: URL(filePath: folder, directoryHint: .isDirectory))
            common.console.say(
                "已新建 \(folder)。请修改其中的 exam.yaml、blueprint.yaml、rules.yaml，填写 roster.csv，再运行 kaochang keys init",
                "made \(folder); edit its settings and roster, then run kaochang keys init")
            return Outcome(made.map(\.lastPathComponent))
        }
    }
}

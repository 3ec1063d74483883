import ArgumentParser
import ExamModel
import Foundation

struct RehearseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rehearse", abstract: "演练：用模拟考生走完整场考试 (a dress rehearsal of the whole exam)")

    @OptionGroup var common: CommonOptions
    @Argument(help: "要演练的考试文件夹；默认同 --exam (the exam folder to rehearse)", completion: .directory) var source: String?
    @Option(
        help: "题库文件或装有题库文件的文件夹；默认用考试文件夹里的题库 (bank files, or a folder of them)", completion: .file())
    var bankFiles: [String] = []
    @Option(help: "演练写在哪个文件夹；默认为考试文件夹下的 rehearsal (where to rehearse)", completion: .directory)
    var into: String?
    @Option(help: "种子，1 至 64 位十六进制；同一种子重演同一场 (the same seed repeats the same exam)")
    var seed = "20200620"
    @Flag(help: "单机演练：考生各在一台不联网的机器上作答，不经考点服务器 (desks without a network, no site server)")
    var desk = false

    func run() throws {
        try common.perform { () throws(Refusal) in
            let folder = if let source { URL(filePath: source) } else { try common.office().folder.url }
            let target = into.map { URL(filePath: $0) } ?? folder.appending(path: "rehearsal")
            let rehearsal = Rehearsal(
                source: folder, bankFiles: try BankFolder.files(bankFiles), target: target,
                seed: try Seed(option: seed), isAtDesks: desk)
            return Outcome(try rehearsal.run(common.console))
        }
    }
}

import ArgumentParser
import ExamModel
import Foundation
import ItemAnalysis

struct ItemTimesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "item-times", abstract: "每题用时：由考点的作答记录 .kcj 统计 (time spent on each item, from the journals)")

    @OptionGroup var common: CommonOptions
    @Argument(help: "作答记录或装有作答记录的文件夹 (journals, or folders of them)", completion: .file()) var files: [String]

    func run() throws {
        try common.perform { () throws(Refusal) in
            let times = try ItemTimes.read(files.map { URL(filePath: $0) })
            common.console.say("试题  人数  中位数/秒  四分位/秒", "item  candidates  median/s  quartiles/s")
            for time in times {
                let line =
                    "\(time.item)  \(time.candidates)  \(Self.seconds(time.median))  "
                    + "\(Self.seconds(time.lower))–\(Self.seconds(time.upper))"
                common.console.say(line, line)
            }
            return Outcome(times)
        }
    }

    private static func seconds(_ milliseconds: Int) -> String {
        FormAnalysis.rounded(Double(milliseconds) / 1000, 1)
    }
}

import ExamModel
import Foundation

extension Office {
    /// A stage of the exam, whether it is done, and the command that does it.
    struct StageStatus: Encodable {
        let stage: String
        let done: Bool
        let command: String
    }

    /// The stages in their order (`status`).
    func status() throws(Refusal) -> [StageStatus] {
        let exam = try folder.readExam()
        console.say(exam.title, exam.title)
        let stages: [(String, URL, String)] = [
            ("建立密钥", folder.keys, "keys init"), ("导入题库", folder.bank, "bank import 文件…"),
            ("导入名册", folder.roster, "roster import 文件"), ("组卷", folder.forms, "paper assemble"),
            ("封卷", folder.paper, "paper seal"), ("启封", folder.release, "paper release"),
            ("收卷", folder.answers, "answers collect 文件…"), ("阅卷", folder.scores, "grade"),
            ("排名", folder.standings, "rank"), ("成绩报告", folder.reports, "report"),
        ]
        let status = stages.map { stage, file, command in
            StageStatus(stage: stage, done: FileManager.default.fileExists(atPath: file.path), command: command)
        }
        for stage in status {
            console.say("  \(stage.done ? "√" : "·") \(stage.stage)", "  \(stage.done ? "√" : "·") \(stage.command)")
        }
        if let next = status.first(where: { !$0.done }) {
            console.say("下一步：kaochang \(next.command)", "next: kaochang \(next.command)")
        }
        return status
    }
}

import ExamModel
import Foundation
import Ledger

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
        let stages: [(String, LedgerAction, String)] = [
            ("建立密钥", .keysInit, "keys init"), ("导入题库", .bankImport, "bank import 文件…"),
            ("导入名册", .rosterImport, "roster import 文件"), ("组卷", .paperAssemble, "paper assemble"),
            ("封卷", .paperSeal, "paper seal"), ("启封", .paperRelease, "paper release"),
            ("收卷", .answersCollect, "answers collect 文件…"), ("阅卷", .grade, "grade"), ("排名", .rank, "rank"),
            ("成绩报告", .report, "report"),
        ]
        let account = FileManager.default.fileExists(atPath: folder.keys.path) ? try account() : nil
        let status = stages.map { stage, action, command in
            StageStatus(stage: stage, done: account?.has(action) ?? false, command: command)
        }
        for stage in status {
            console.say("  \(stage.done ? "√" : "·") \(stage.stage)", "  \(stage.done ? "√" : "·") \(stage.command)")
        }
        if let next = status.first(where: { !$0.done }) {
            console.say("下一步：kaochang \(next.command)", "next: kaochang \(next.command)")
        }
        sayWhatToHandOver()
        return status
    }
}

import ExamModel

extension Catalog {
    static let checkFirst = Bilingual("交卷前请核对", "Before you hand in")
    static let lastQuestion = Bilingual("再次确认：现在交卷吗？", "Once more: hand in now?")

    static func answeredCount(_ count: Int) -> Bilingual {
        Bilingual("已答 \(count) 题", "\(count) answered")
    }

    static func unanswered(_ count: Int, list: String) -> Bilingual {
        Bilingual("未答 \(count) 题\(list.isEmpty ? "" : "：" + list)", "\(count) open\(list.isEmpty ? "" : ": " + list)")
    }

    static func flagged(_ count: Int, list: String) -> Bilingual {
        Bilingual(
            "标记 \(count) 题\(list.isEmpty ? "" : "：" + list)", "\(count) flagged\(list.isEmpty ? "" : ": " + list)")
    }

    static func final(remaining: String) -> Bilingual {
        Bilingual("交卷后不能再修改。剩余时间 \(remaining)。", "Nothing can be changed afterwards. Time left \(remaining).")
    }

    static let goBack = Bilingual("返回检查", "Go back")
    static let confirmHandIn = Bilingual("确认交卷", "Hand in")
    static let handInNow = Bilingual("现在交卷", "Hand in now")
    static let handInKeys = Bilingual("左右键 选择  回车 确定  Esc 返回", "Left/Right choose  Enter confirm  Esc back")

    static func ending(_ ending: AnswerSheet.Ending) -> Bilingual {
        switch ending {
        case .handedIn: Bilingual("已交卷", "Handed in")
        case .timeUp: Bilingual("考试时间到，已自动交卷", "Time is up; your answers were handed in")
        case .collected: Bilingual("监考员已收卷", "The invigilator has taken your answers in")
        case .voided: Bilingual("监考员已宣布本次作答作废", "The invigilator has declared this sitting void")
        }
    }
    static let receipt = Bilingual("回执码", "Receipt")
    static let noteReceipt = Bilingual(
        "请抄下回执码：它可证明这份答卷未被改动。", "Write the receipt down: it proves that this answer sheet was not changed.")
    static let sealing = Bilingual("正在加密保存答卷，请不要关机", "Sealing your answers; do not switch off")

    static func sealFailing(_ reason: Bilingual) -> Bilingual {
        Bilingual(
            "答卷还没有存好，正在重试，请不要关机，举手报告：\(reason.chinese)",
            "Your answers are not stored yet; trying again. Leave the machine on and raise your hand: \(reason.english)"
        )
    }

    static func nextPerson(after time: String) -> Bilingual {
        Bilingual("本场 \(time) 结束，之后本机可供下一位考生使用。", "The session ends at \(time); then the next person may use it.")
    }

    static let leaveKey = Bilingual("F10 结束", "F10 Finish")
}

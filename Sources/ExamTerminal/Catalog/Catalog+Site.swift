import ExamModel
import ExamSeat

extension Catalog {
    static let terminal = Bilingual("考试终端", "Exam terminal")
    static let connecting = Bilingual("正在连接考点服务器", "Connecting to the site's server")
    static let loggingIn = Bilingual("正在登录", "Logging in")
    static let codeField = Bilingual("请监考员输入本机的登记码：", "The invigilator types this machine's code here:")
    static let codeKeys = Bilingual("回车 登记  退格 删除", "Enter register  Backspace erase")
    static let cutOff = Bilingual("网络中断，作答已存本机，可继续答题", "Network down: saved here, go on answering")
    static let reconnected = Bilingual("网络已恢复", "The network is back")
    static let paused = Bilingual("已暂停作答，请在座位上等候", "The sitting is paused; stay seated")
    static let message = Bilingual("监考员通知", "From the invigilator")
    static let messageKeys = Bilingual("按任意键继续", "Any key goes on")

    static func messageFrom(_ text: String) -> Bilingual {
        Bilingual("监考员通知：\(text)", "From the invigilator: \(text)")
    }

    static func notTaken(_ reason: Bilingual) -> Bilingual {
        Bilingual("考点未收：\(reason.chinese)", "Not taken by the site: \(reason.english)")
    }

    /// What a receipt says of where the answers are; nil where the machine is all there is.
    static func delivery(_ delivery: Delivery) -> Bilingual? {
        switch delivery {
        case .local: nil
        case .delivered:
            Bilingual(
                "答卷已送达考点服务器。抄好后按 F10，本机可供下一位考生使用。", "Your answers are at the site. Press F10 when you have the code.")
        case .underway: Bilingual("答卷已存本机，正在送达考点服务器……", "Saved here; on the way to the site ...")
        case .cutOff:
            Bilingual(
                "网络中断，答卷已加密存在本机，恢复后自动送达，请不要关机。",
                "Network down: sealed here, sent once it is back. Leave the machine on.")
        case .refused(let reason), .superseded(let reason):
            Bilingual(
                "答卷已存本机，考点未收，请举手：\(reason.chinese)",
                "Saved here, not taken by the site; raise your hand: \(reason.english)")
        }
    }
}

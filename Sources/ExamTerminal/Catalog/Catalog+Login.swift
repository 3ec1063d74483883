import ExamModel

extension Catalog {
    static let ticketField = Bilingual("准考证号", "Admission ticket number")
    static let lastSixField = Bilingual("身份证号后六位", "Last six characters of the identity number")
    static let loginKeys = Bilingual("Tab 换栏  回车 登录  退格 删除", "Tab other field  Enter log in  Backspace erase")
    static let wrongPair = Bilingual(
        "准考证号或身份证号后六位不对，请重新输入", "The ticket number or the last six characters are wrong; try again")

    static func locked(seconds: Int) -> Bilingual {
        Bilingual(
            "已五次不符，请举手联系监考员。\(seconds) 秒后可再试",
            "Wrong five times: raise your hand. You can try again in \(seconds) seconds")
    }

    static let isThisYou = Bilingual("请核对是不是本人", "Is this you?")
    static let confirmKeys = Bilingual("回车 是本人，继续  Esc 不是本人，返回", "Enter yes, go on  Esc no, go back")
    static let roomRules = Bilingual("考场规则", "Rules of the room")
    static let rulesKeys = Bilingual("回车 已阅读，遵守规则", "Enter I have read the rules and will keep them")

    static func sessionFacts(minutes: Int, latestStart: Int, earliestHandIn: Int) -> Bilingual {
        let handIn =
            earliestHandIn == 0
            ? Bilingual("。", ".")
            : Bilingual("，开考 \(earliestHandIn) 分钟后方可交卷。", "; nobody hands in before \(earliestHandIn) minutes.")
        return Bilingual(
            "考试时间 \(minutes) 分钟；开考 \(latestStart) 分钟后不得入场" + handIn.chinese,
            "\(minutes) minutes. No entry later than \(latestStart) minutes after the start" + handIn.english)
    }

    static let waitingForRelease = Bilingual("等待启封", "Waiting for the paper to be released")
    static let waitingForReleaseHint = Bilingual(
        "试卷启封后自动开始，请不要离开座位。", "It starts by itself once the paper is released. Stay seated.")
    static let waitingForStart = Bilingual("距开考", "Starts in")
    static let waitingForStartHint = Bilingual(
        "到时自动开始，此前本机上没有可读的试卷内容。", "It starts by itself. Nothing of the paper can be read before.")
    static let backToLogin = Bilingual("Esc 返回登录", "Esc back to the login")
    static let cannotStart = Bilingual("请举手联系监考员", "Raise your hand")
}

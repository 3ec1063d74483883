import ExamModel

extension Catalog {
    static let plainLogin = Bilingual(
        "请在一行内输入准考证号和身份证号后六位，中间空格：",
        "Type the ticket number and the last six characters of the identity number on one line:")
    static let lockedForAWhile = Bilingual(
        "已五次不符，请举手联系监考员，一分钟后可再试", "Wrong five times: raise your hand. You can try again in a minute")
    static let plainConfirm = Bilingual("输入 y 确认是本人，输入 n 返回：", "Type y if this is you, n to go back:")
    static let plainRules = Bilingual("已阅读请按回车：", "Press Enter when you have read them:")
    static let plainKeys = Bilingual(
        "选项字母、n 下一题、p 上一题、g 题号、m 标记、u 未答、x 清除、t 时间、s 交卷：",
        "Option letters, n next, p previous, g NUMBER, m flag, u open, x clear, t time, s hand in:")
    static let plainWritingKeys = Bilingual(
        "= 后写答案（第二空写 =2 后写），n 下一题、p 上一题、g 题号、m 标记、u 未答、x 清除、t 时间、s 交卷：",
        "= ANSWER (=2 ANSWER for the second blank), n next, p previous, g NUMBER, m flag, u open, x clear, t time, s hand in:"
    )
    static let plainHandIn = Bilingual(
        "交卷后不能再修改。输入 yes 继续交卷，其他返回：", "Nothing can be changed afterwards. Type yes to hand in, anything else goes back:"
    )
    static let plainLeave = Bilingual("按回车结束", "Press Enter to finish")
    static let unknownCommand = Bilingual("不认识这个命令", "Unknown command")
}

import ExamModel

extension Catalog {
    static let helpTitle = Bilingual("帮助", "Help")
    static let helpKeys = Bilingual("按任意键返回", "Any key goes back")

    /// Key and what it does.
    static let helpLines: [(keys: Bilingual, meaning: Bilingual)] = [
        (
            Bilingual("A B C ...", "A B C ..."),
            Bilingual("选择该选项；多选题再按一次取消", "choose the option; again takes it back (multiple choice)")
        ),
        (Bilingual("上下键", "Up Down"), Bilingual("在选项间移动，题目较长时滚动", "move between options, scroll a long item")),
        (Bilingual("空格 回车", "Space Enter"), Bilingual("选中光标所在的选项", "choose the option at the cursor")),
        (Bilingual("退格", "Backspace"), Bilingual("清除本题作答", "take the answer to this item back")),
        (
            Bilingual("左右键", "Left Right"),
            Bilingual("上一题、下一题（PageUp、PageDown 也可以）", "previous and next item (also PageUp, PageDown)")
        ),
        (Bilingual("G", "G"), Bilingual("输入题号跳转", "go to an item by its number")),
        (Bilingual("U", "U"), Bilingual("下一道未答的题", "next open item")),
        (Bilingual("M", "M"), Bilingual("标记本题或取消标记，标记不影响成绩", "flag or unflag the item; flags do not count")),
        (
            Bilingual("填空、简答", "In words"),
            Bilingual("直接输入；F2 标记，F3 跳转，F4 未答", "just type; F2 flag, F3 go to, F4 next open")
        ),
        (Bilingual("Tab", "Tab"), Bilingual("答题卡", "answer card")),
        (Bilingual("F10", "F10"), Bilingual("交卷，需要确认两次", "hand in, asked twice")),
        (Bilingual("鼠标", "Mouse"), Bilingual("点选项、题号、按钮", "click options, numbers and buttons")),
    ]

    static let helpSaving = Bilingual(
        "每次作答立即写入本机磁盘，显示“已保存”后断电也不会丢失。时间到自动交卷。",
        "Every answer is written to the disk at once; once it says saved, no power cut loses it. "
            + "When the time is up your answers are handed in.")
}

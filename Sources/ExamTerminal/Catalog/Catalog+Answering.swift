import ExamModel
import ExamSeat

extension Catalog {
    static let remaining = Bilingual("剩余", "Left")
    static let underTen = Bilingual("不足十分钟", "under ten minutes")
    static let underFive = Bilingual("不足五分钟", "under five minutes")
    /// Where a saved answer is: on this machine, or at the site as well.
    static func saved(_ delivery: Delivery) -> Bilingual {
        switch delivery {
        case .local: Bilingual("已保存 ✓", "Saved ✓")
        case .delivered: Bilingual("已送达 ✓", "At the site ✓")
        case .underway, .cutOff, .refused, .superseded: Bilingual("已存本机", "Saved here")
        }
    }

    static let saving = Bilingual("正在保存", "Saving")
    static let notSaved = Bilingual("未能保存", "NOT SAVED")

    static func saveFailing(_ reason: Bilingual) -> Bilingual {
        Bilingual(
            "未能保存，正在重试，请举手！\(reason.chinese)", "Not saved, trying again, raise your hand! \(reason.english)")
    }

    static func answered(_ count: Int, of items: Int) -> Bilingual {
        Bilingual("已答 \(count)/\(items)", "Answered \(count)/\(items)")
    }

    static func sectionFacts(count: Int, marks: Mark) -> Bilingual {
        Bilingual("共 \(count) 题，每题 \(marks) 分。", "\(count) items; marks each: \(marks).")
    }

    static func sectionNumber(_ index: Int) -> Bilingual {
        Bilingual(chineseNumeral(index + 1) + "、", "\(index + 1). ")
    }

    static let flagged = Bilingual("已标记", "Flagged")

    static func moreBelow(_ lines: Int) -> Bilingual {
        Bilingual("下面还有 \(lines) 行（下方向键）", "\(lines) more lines below (Down)")
    }

    static func moreAbove(_ lines: Int) -> Bilingual {
        Bilingual("上面还有 \(lines) 行（上方向键）", "\(lines) more lines above (Up)")
    }

    static func choose(lastLetter: String) -> Bilingual {
        Bilingual("A-\(lastLetter) 选择", "A-\(lastLetter) choose")
    }

    static let answeringKeys = Bilingual(
        "上下键 移动  空格 选中  左右键 换题  M 标记  G 跳转  Tab 答题卡",
        "Up/Dn move  Space tick  Lt/Rt item  M flag  G go to  Tab card")
    static let material = Bilingual("【材料】", "[Material] ")
    static let writingKeys = Bilingual(
        "直接输入  退格 删除  上下键 换空  左右键 换题  F2 标记  F3 跳转  Tab 答题卡",
        "Type  Backsp delete  Up/Dn blank  Lt/Rt item  F2 flag  F3 go to  Tab card")
    static let handInKey = Bilingual("F10 交卷", "F10 Hand in")

    static func jump(_ digits: String) -> Bilingual {
        Bilingual("跳转到第 \(digits)_ 题，回车 前往，Esc 返回", "Go to item \(digits)_   Enter go  Esc back")
    }

    static func noSuchNumber(last: Int) -> Bilingual {
        Bilingual("题号是 1 到 \(last)", "Items are numbered 1 to \(last)")
    }

    static let card = Bilingual("答题卡", "Answer card")
    static let cardLegend = Bilingual("* 已答  . 未答  ! 标记  > 当前", "* answered  . open  ! flagged  > current")
    static let cardKeys = Bilingual(
        "方向键 移动  回车 前往该题  U 只看未答  M 只看标记  Esc 返回",
        "Arrows move  Enter go there  U open only  M flagged only  Esc back")
    static let onlyUnanswered = Bilingual("只看未答", "open only")
    static let onlyFlagged = Bilingual("只看标记", "flagged only")
    static let nothingToShow = Bilingual("没有这样的题", "No such items")

    private static func chineseNumeral(_ number: Int) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        guard (1..<100).contains(number) else { return String(number) }
        let tens = number / 10
        return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + digits[number % 10]
    }
}

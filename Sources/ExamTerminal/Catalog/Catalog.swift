package import ExamModel

/// Every sentence on screen, in both languages.
package enum Catalog {
    package static let tooSmall = Bilingual("窗口太小", "Window too small")
    package static func enlarge(_ size: ScreenSize) -> Bilingual {
        Bilingual(
            "请放大到 \(size.columns)x\(size.rows) 以上，作答不受影响",
            "Enlarge it to \(size.columns)x\(size.rows); no answer is lost")
    }

    static let ticket = Bilingual("准考证", "Ticket")
    static let seat = Bilingual("座位", "Seat")
    static let team = Bilingual("代表队", "Team")
    static let unit = Bilingual("单位", "Unit")
    static let name = Bilingual("姓名", "Name")
    static let help = Bilingual("F1 帮助", "F1 Help")
    static let callInvigilator = Bilingual("有问题请举手，联系监考员。", "If anything is wrong, raise your hand.")

    static let diskRefused = Bilingual("磁盘无法写入", "the disk cannot be written")

    /// `01:12:35`, hours never cut.
    static func duration(seconds: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    }

    /// `12、33、87`.
    static func list(_ numbers: [Int], in language: Language) -> String {
        numbers.map(String.init).joined(separator: language == .chinese ? "、" : ", ")
    }
}

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

    /// `12、33、61-80`: ascending numbers, three or more in a row as a range.
    static func list(_ numbers: [Int], in language: Language) -> String {
        var runs: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = runs.last, last.upperBound + 1 == number {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        let texts = runs.flatMap { run in
            run.count < 3 ? run.map(String.init) : ["\(run.lowerBound)-\(run.upperBound)"]
        }
        return texts.joined(separator: language == .chinese ? "、" : ", ")
    }
}

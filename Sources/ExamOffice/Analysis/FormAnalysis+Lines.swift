import ExamModel

extension FormAnalysis {
    /// The analysis for a person at a terminal: a line about the paper, a line an item, with what to look at.
    var lines: [Bilingual] {
        let reliability = alpha.map { (isKR20 ? "KR-20 " : "α ") + Self.rounded($0, 3) } ?? "—"
        let error = standardError.map { Self.rounded($0, 2) } ?? "—"
        var lines = [
            Bilingual(
                "试卷 \(form)：\(sheets) 份，满分 \(full)，平均 \(Self.rounded(mean, 2))，标准差 \(deviation.map { Self.rounded($0, 2) } ?? "—")，"
                    + "信度 \(reliability)，测量标准误 \(error)",
                "form \(form): \(sheets) sheets, full marks \(full), mean \(Self.rounded(mean, 2)), reliability \(reliability), "
                    + "standard error \(error)"),
            Bilingual("  题号  难度p  区分度D  题总相关  提示", "  item  p      D        r rest    look at"),
        ]
        for item in items {
            let figures =
                "  " + Self.left("\(item.number)", 6) + Self.left(Self.rounded(item.facility, 3), 7)
                + Self.left(Self.rounded(item.discrimination, 3), 9)
                + Self.left(item.itemRest.map { Self.rounded($0, 3) } ?? "—", 10)
            lines.append(
                Bilingual(
                    figures + item.flags.map(\.name.chinese).joined(separator: "；"),
                    figures + item.flags.map(\.name.english).joined(separator: "; ")))
        }
        return lines
    }

    static func rounded(_ value: Double, _ decimals: Int) -> String {
        let scale = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
        let whole = Int((abs(value) * scale).rounded())
        let digits = String(whole % Int(scale) + Int(scale)).dropFirst()
        return (value < 0 && whole > 0 ? "-" : "") + "\(whole / Int(scale))" + (decimals > 0 ? "." + digits : "")
    }

    private static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(width - text.count, 1))
    }
}

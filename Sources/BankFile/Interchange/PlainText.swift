import ExamModel
import Foundation
import XMLFile

/// The text of a piece of HTML.
enum PlainText {
    /// Paragraphs and breaks become lines. `hasPicture` tells that something was left out.
    static func of(html: String, at place: Place) throws(Refusal) -> (text: String, hasPicture: Bool) {
        guard html.contains("<") || html.contains("&") else { return (html, false) }
        let xml = try XMLReader(
            html: Array("<div>\(html)</div>".utf8), at: place, damaged: .malformed(at: place, "HTML 片段无法读取", "HTML"))
        var text = ""
        var hasPicture = false
        var marks = TextMarks()
        while let event = try xml.next() {
            switch event {
            case .start("br"), .end("p"), .end("div"), .end("li"), .end("tr"): text += "\n"
            case .end("td"), .end("th"): text += " "
            case .start("input"): text += "____"
            case .start("span") where xml.attribute("class")?.contains("gapfilling") == true:
                // 学之思 numbers its gaps.
                try xml.skip("span")
                text += "____"
            case .start("math"): text += try MathText.read(xml)
            case .start("script"): try xml.skip("script")
            case .start("style"): try xml.skip("style")
            case .start("img"): hasPicture = true
            case .text(let part): text += part.replacing(/[ \t]*[\r\n][ \t\r\n]*/, with: " ")
            case .start(let name): marks.begin(name, in: text)
            case .end(let name): marks.end(name, in: &text)
            }
        }
        let lines = text.split(separator: "\n").map(\.trimmed).filter { !$0.isEmpty }
        return (lines.joined(separator: "\n"), hasPicture)
    }
}

extension Refusal {
    static func malformed(at place: Place, _ chinese: String, _ english: String) -> Refusal {
        Refusal(
            .malformedFile, at: place, "文件格式有误：\(chinese)；请从原系统重新导出后再导入。",
            "The file is not well-formed (\(english)); export it again.")
    }
}

extension Finding {
    static func picture(at place: Place) -> Finding {
        Finding(
            .warning, "PICTURE_SKIPPED", at: place,
            Bilingual("此题有图片，图片没有导入，请核对题目是否依赖图片。", "A picture of this item was left out; check whether it is needed."))
    }

    static func hiddenItem(at place: Place) -> Finding {
        Finding(
            .warning, .hiddenItem, at: place,
            Bilingual("此题在原系统里已隐藏，同样导入了；已作废的请删去。", "This item was hidden in its system and was imported all the same."))
    }

    static func severalRight(at place: Place) -> Finding {
        Finding(
            .warning, .severalRight, at: place,
            Bilingual(
                "几个选项前都写了“=”，GIFT 的意思是选中任何一个都算对；这里当作多选题导入，请核对题型和答案。",
                "Several options have an equals sign, which in GIFT means that any one of them is right; it was read as multiple choice, check it."
            ))
    }

    static func partialCredit(at place: Place) -> Finding {
        Finding(
            .warning, .partialCreditDropped, at: place,
            Bilingual(
                "原系统给部分选项部分分值，这里只保留全对答案；少选如何给分由细目表的计分规则决定。",
                "Part marks of single options were left out: how they count is the blueprint's scoring rule."))
    }
}

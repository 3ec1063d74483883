import ExamModel

/// What was corrected on appeal, as the report and the public notice tell it.
enum CorrectionList {
    static func markup(_ data: ReportData) -> [Markup] {
        let lead = data.say(
            "下列更正经阅卷组、监督组分别批准，成绩、名次已据此重新计算；原成绩和全部答卷原样保存。",
            "Grading and supervision each approved these corrections; marks and places were made anew by them. The old results "
                + "and all answers are kept as they were.")
        let entries = data.corrections.map { note in
            let changes = note.changes.map { Markup.element("li", [:], $0.text(in: data.language)) }
            let title = data.say("第 \(note.number) 号更正：", "Correction \(note.number): ") + note.reason
            return Markup.element("li", [:], [.text(title), .element("ul", [:], changes)])
        }
        return [.element("p", ["class": "lead"], lead), .element("ul", ["class": "rules"], entries)]
    }
}

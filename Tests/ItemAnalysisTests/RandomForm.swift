import ExamModel

@testable import ItemAnalysis

/// A form and sheets drawn from a seed: single choices, multiple choices with partial marks, judgements with a deduction
/// under a floor. Nothing about them is regular.
struct RandomForm {
    let form: CodedForm
    let sheets: [UInt8]

    init(seed: String, sheets count: Int) throws(Refusal) {
        guard let seed = Seed(text: seed) else { throw Refusal("BAD_SEED", "种子不对", "bad seed") }
        var generator = SeededGenerator(seed, stream: "analysis")
        let single = (1...6).map { Self.item(ItemID("s\($0)"), 4, Mark(1), right: 1 << UInt64($0 % 4), wrong: .zero) }
        let several = (1...5).map { Self.several(ItemID("m\($0)"), right: [0b0011, 0b1101, 0b10110][$0 % 3]) }
        let judged = (1...4).map {
            Self.item(ItemID("j\($0)"), 2, Mark(1), right: 1 << UInt64($0 % 2), wrong: Mark(thousandths: -500))
        }
        form = CodedForm(
            form: "R",
            sections: [
                CodedSection(title: "单项选择题", floor: .zero, items: single),
                CodedSection(title: "多项选择题", floor: .zero, items: several),
                CodedSection(title: "判断题", floor: .zero, items: judged),
            ])
        var sheets: [UInt8] = []
        for _ in 0..<count {
            let ability = generator.below(100)
            for item in form.items {
                let knows = generator.below(100) < 20 + ability * 3 / 4
                sheets.append(knows ? UInt8(item.right) : UInt8(generator.below(item.answers.count)))
            }
        }
        self.sheets = sheets
    }

    static func item(_ id: ItemID, _ options: Int, _ full: Mark, right: UInt64, wrong: Mark) -> CodedItem {
        CodedItem(
            id: id, full: full, options: (0..<options).map { OptionID("\($0)") }, right: right,
            answers: (0..<UInt64(1 << options)).map { mask in
                CodedItem.Answer(chosen: mask, marks: mask == right ? full : mask == 0 ? .zero : wrong)
            })
    }

    /// Half a mark for each right option, none with a wrong one, two for all.
    private static func several(_ id: ItemID, right: UInt64) -> CodedItem {
        CodedItem(
            id: id, full: Mark(2), options: (0..<5).map { OptionID("\($0)") }, right: right,
            answers: (0..<UInt64(32)).map { mask in
                let partial = Mark(thousandths: 500 * mask.nonzeroBitCount)
                return CodedItem.Answer(
                    chosen: mask, marks: mask == right ? Mark(2) : mask & ~right == 0 ? partial : .zero)
            })
    }
}

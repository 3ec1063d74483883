import AnswerKey
import ExamModel
import Grading
import ItemAnalysis

extension CodedForm {
    /// A paper of letters: answers are numbered by the bits of their options, and each is worth what the rules of marking
    /// say.
    ///
    /// - Parameter items: The items' ids, as the file of sheets has them.
    init(_ key: SheetKey, items: [ItemID]) throws(Refusal) {
        var rest = items[...]
        var sections: [CodedSection] = []
        for section in key.sections {
            let options = (0..<section.options).map { OptionID(Item.Option.letter(at: $0)) }
            var worths: [[Int]: [CodedItem.Answer]] = [:]
            var coded: [CodedItem] = []
            for (id, right) in zip(rest, section.right) {
                let answers = worths[right] ?? section.answers(options, right: right)
                worths[right] = answers
                coded.append(
                    CodedItem(
                        id: id, full: section.marks, options: options,
                        right: right.reduce(0) { $0 | 1 << UInt64($1) }, answers: answers))
            }
            rest = rest.dropFirst(section.right.count)
            sections.append(CodedSection(title: section.title, floor: .zero, items: coded))
        }
        guard rest.isEmpty, items.count == key.count else {
            throw Refusal(
                .wrongKey, "答卷有 \(items.count) 题，答案表有 \(key.count) 题；请核对答案表是不是这份试卷的",
                "the sheets have \(items.count) items, the key \(key.count); check that the key is this paper's")
        }
        self.init(form: key.form, sections: sections)
    }
}

extension SheetKey.Section {
    /// Every set of options, and what it earns.
    fileprivate func answers(_ options: [OptionID], right: [Int]) -> [CodedItem.Answer] {
        let rightIDs = Set(right.map { options[$0] })
        return (0..<(1 << options.count)).map { mask in
            let chosen = Set(options.indices.filter { mask >> $0 & 1 == 1 }.map { options[$0] })
            return CodedItem.Answer(
                chosen: UInt64(mask), marks: scoring.marks(for: chosen, right: rightIDs, full: marks))
        }
    }
}

import AnswerKey
import ExamModel
import ItemAnalysis

/// One form of an exam with the sheets that earned a score, in the shape that counting wants: the different answers that
/// were given to each item, numbered, each with what it earned.
///
/// What an answer earns is read off the scores, so that no rule is applied twice. Number 0 is no answer.
struct FormCoding {
    let form: CodedForm
    /// A byte an item, sheet by sheet.
    let sheets: [UInt8]

    /// - Parameters:
    ///   - scores: Those of this form, all with the same items in the same order.
    ///   - responses: What each ticket answered.
    ///   - voided: Items, or sub-items of cases.
    init(
        _ form: Form, scores: [Score], responses: [TicketNumber: [Response]], items: [ItemID: Item],
        keys: [ItemID: Key], voided: Set<ItemID>
    ) {
        let leaves = scores.first?.items ?? []
        var coders = leaves.map { AnswerCoder(items[$0.item], keys[$0.item], full: $0.full) }
        let given = scores.map { score in
            Dictionary((responses[score.ticket] ?? []).map { ($0.item, $0) }) { first, _ in first }
        }
        var sheets = [UInt8](repeating: 0, count: scores.count * leaves.count)
        for index in leaves.indices {
            var codes = Self.codes(of: index, scores, given, &coders[index])
            if codes == nil {
                coders[index] = coders[index].withoutOptions
                codes = Self.codes(of: index, scores, given, &coders[index])
            }
            for (sheet, code) in (codes ?? []).enumerated() { sheets[sheet * leaves.count + index] = code }
        }
        self.sheets = sheets
        var sections: [CodedSection] = []
        for section in form.sections {
            let ids = section.items.map(\.id)
            let own = zip(leaves, coders).filter { leaf, _ in
                ids.contains { leaf.item == $0 || leaf.item.text.hasPrefix($0.text + ".") }
            }
            sections.append(
                CodedSection(
                    title: section.title, floor: section.floor.least,
                    items: own.map { $1.item(id: $0.item, isVoided: voided.contains($0.item)) }))
        }
        self.form = CodedForm(form: form.id, sections: sections)
    }

    /// The answers of all sheets to the item at `index`; nil when there are too many different ones.
    private static func codes(
        of index: Int, _ scores: [Score], _ given: [[ItemID: Response]], _ coder: inout AnswerCoder
    ) -> [UInt8]? {
        var codes: [UInt8] = []
        codes.reserveCapacity(scores.count)
        for (score, given) in zip(scores, given) {
            let item = score.items[index]
            guard let code = coder.code(given[item.item], marks: item.marks) else { return nil }
            codes.append(code)
        }
        return codes
    }
}

/// Numbers the different answers to one item as they turn up.
private struct AnswerCoder {
    private let options: [OptionID]
    private let bits: [OptionID: UInt64]
    private let right: UInt64
    private let full: Mark
    private var answers: [CodedItem.Answer] = [CodedItem.Answer(chosen: 0, marks: .zero)]
    private var codes: [CodedItem.Answer: UInt8] = [:]

    /// Items with more options than a word has bits, and those answered in words, are told apart by their marks alone.
    init(_ item: Item?, _ key: Key?, full: Mark) {
        let listed = item?.options.map(\.id) ?? []
        options = listed.count <= UInt64.bitWidth ? listed : []
        bits = Dictionary(options.enumerated().map { ($1, 1 << UInt64($0)) }) { first, _ in first }
        right = Set(key?.rightOptions ?? []).reduce(0) { [bits] in $0 | (bits[$1] ?? 0) }
        self.full = full
    }

    /// Nil when the item has had more different answers than a byte can name.
    mutating func code(_ response: Response?, marks: Mark) -> UInt8? {
        guard let response else {
            return marks == .zero ? 0 : number(CodedItem.Answer(chosen: 0, marks: marks))
        }
        let chosen = response.options.reduce(UInt64(0)) { $0 | (bits[$1] ?? 0) }
        return number(CodedItem.Answer(chosen: chosen, marks: marks))
    }

    /// The same item with answers told apart by their marks alone.
    var withoutOptions: AnswerCoder { AnswerCoder(nil, nil, full: full) }

    private mutating func number(_ answer: CodedItem.Answer) -> UInt8? {
        if let known = codes[answer] { return known }
        guard answers.count < CodedItem.mostAnswers else { return nil }
        let code = UInt8(answers.count)
        answers.append(answer)
        codes[answer] = code
        return code
    }

    func item(id: ItemID, isVoided: Bool) -> CodedItem {
        CodedItem(id: id, full: full, options: options, right: right, answers: answers, isVoided: isVoided)
    }
}

extension Key {
    /// Every option that belongs to a right answer.
    fileprivate var rightOptions: [OptionID] {
        switch answer {
        case .options(let options): options
        case .anyOf(let sets): sets.flatMap(\.self)
        case .blanks, .text, .parts: []
        }
    }
}

extension SectionFloor {
    fileprivate var least: Mark? {
        switch self {
        case .mark(let least): least
        case .none: nil
        }
    }
}

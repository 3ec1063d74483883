package import ExamModel

/// Where things stand in a count table: marks as small whole numbers, a column for each answer of each item, a row for
/// each total.
struct TableLayout: Sendable {
    /// Cells of a table; a form with finer marks than this allows is refused.
    static let mostCells = 1 << 26

    struct Section: Sendable {
        let items: Range<Int>
        let floor: Int32
    }

    /// The greatest common divisor of all marks on the form, in thousandths of a mark: everything counts in it.
    let unit: Int
    let sections: [Section]
    /// For each item the column of its answer 0.
    let offsets: [Int32]
    /// For each item its last answer's number.
    let last: [UInt8]
    /// For each column the units that the answer earns.
    let marks: [Int32]
    /// The lowest total there can be, in units; it stands in row 0.
    let lowest: Int
    let rows: Int

    var items: Int { offsets.count }
    var columns: Int { marks.count }

    init(_ form: CodedForm) throws(Refusal) {
        let items = form.items
        let amounts = items.flatMap { $0.answers.map(\.marks) + [$0.full] } + form.sections.compactMap(\.floor)
        let unit = amounts.reduce(0) { Self.greatestCommonDivisor($0, $1.thousandths) }
        self.unit = max(unit, 1)
        (offsets, marks, last) = try Self.columns(items, unit: self.unit)
        var sections: [Section] = []
        var (first, lowest, highest) = (0, 0, 0)
        for section in form.sections {
            let amounts = section.items.map { $0.answers.map { $0.marks.thousandths / max(unit, 1) } }
            let least = amounts.reduce(0) { $0 + ($1.min() ?? 0) }
            let floor = section.floor.map { $0.thousandths / max(unit, 1) } ?? least
            sections.append(Section(items: first..<first + section.items.count, floor: Int32(clamping: floor)))
            first += section.items.count
            lowest += max(least, floor)
            highest += max(amounts.reduce(0) { $0 + ($1.max() ?? 0) }, floor)
        }
        self.sections = sections
        self.lowest = lowest
        rows = highest - lowest + 1
        guard rows <= Self.mostCells / max(marks.count, 1) else { throw .tooFine(form.form) }
    }

    func mark(units: Int) -> Mark { Mark(thousandths: units * unit) }

    private static func columns(
        _ items: [CodedItem], unit: Int
    ) throws(Refusal) -> (offsets: [Int32], marks: [Int32], last: [UInt8]) {
        var (offsets, marks, last): ([Int32], [Int32], [UInt8]) = ([], [], [])
        for item in items {
            guard (1...CodedItem.mostAnswers).contains(item.answers.count) else { throw .tooManyAnswers(item.id) }
            offsets.append(Int32(marks.count))
            last.append(UInt8(item.answers.count - 1))
            for answer in item.answers {
                guard let units = Int32(exactly: answer.marks.thousandths / unit) else { throw .tooFine("") }
                marks.append(units)
            }
        }
        return (offsets, marks, last)
    }

    private static func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
        var (a, b) = (abs(first), abs(second))
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }
}

extension FindingCode {
    /// Marks in steps too small for the number of items.
    package static let marksTooFine: FindingCode = "MARKS_TOO_FINE"
    package static let tooManyAnswers: FindingCode = "TOO_MANY_ANSWERS"
}

extension Refusal {
    static func tooFine(_ form: FormID) -> Refusal {
        Refusal(
            .marksTooFine, "试卷“\(form)”的分值太细，分析所需的内存过大；请核对分值",
            "the marks of form \(form) are too fine to analyse; check them")
    }

    static func tooManyAnswers(_ item: ItemID) -> Refusal {
        Refusal(
            .tooManyAnswers, "试题 \(item) 的不同作答超过 \(CodedItem.mostAnswers) 种，不能按选项分析",
            "item \(item) has more than \(CodedItem.mostAnswers) different answers")
    }
}

/// Where the columns of a header stand, looked up once for all rows.
struct BankPositions {
    let stem: [Int]
    let answer: [Int]
    let rationale: [Int]
    let type: [Int]
    let difficulty: [Int]
    let topic: [Int]
    let part: [Int]
    let material: [Int]
    /// All options in one cell.
    let together: [Int]
    /// The answers of blanks, in their order.
    let blanks: [Int]
    /// By letter, then by position.
    let options: [(index: Int, position: Int)]
    let all: [Int]
    /// The options are headed by numbers (选项1), and so named in answers.
    let areNumbered: Bool

    init(_ header: BankHeader) {
        stem = header.positions(of: .stem)
        answer = header.positions(of: .answer)
        rationale = header.positions(of: .rationale)
        type = header.positions(of: .type)
        difficulty = header.positions(of: .difficulty)
        topic = header.positions(of: .topic)
        part = header.positions(of: .part)
        material = header.positions(of: .material)
        together = header.positions(of: .options)
        areNumbered = header.columns.contains { position, column in
            guard case .option = column, header.titles.indices.contains(position) else { return false }
            return header.titles[position].last?.isWholeNumber == true
        }
        all = header.columns.keys.sorted()
        blanks = all.compactMap { position -> (index: Int, position: Int)? in
            if case .blank(let index)? = header.columns[position] { (index, position) } else { nil }
        }.sorted { $0.index < $1.index }.map(\.position)
        options = all.compactMap { position -> (index: Int, position: Int)? in
            if case .option(let index)? = header.columns[position] { (index, position) } else { nil }
        }.sorted { $0.index < $1.index }
    }
}

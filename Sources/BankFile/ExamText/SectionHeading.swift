import ExamModel

/// A heading such as `一、单选题（共60题，每题1分）`, `第二部分 多项选择题`, `（三）判断题`, `第一章 总则`.
struct SectionHeading: Hashable, Sendable {
    /// How the heading is numbered; headings of one rank share it.
    enum Rank: Hashable, Sendable {
        case part, chinese, bracketed, arabic, none
    }

    let rank: Rank
    /// The words before the type: `一`, `第二部分`.
    let ordinal: String
    /// `nil` when the heading names no type.
    let type: StatedType?
    /// How many items it promises.
    let count: Int?
    let judgementLetters: [Character: Bool]
    let line: Int

    init?(_ line: ExamLine) {
        guard line.half.count <= 200, let (rank, ordinal, rest) = Self.ordinal(of: line.half) else { return nil }
        let title = String(rest).trimmed
        guard let type = Self.type(of: title, rank: rank) else { return nil }
        self.rank = rank
        self.ordinal = ordinal
        self.type = type
        self.line = line.number
        count = Self.count(in: title)
        judgementLetters = Self.judgementLetters(in: title)
    }

    private static let numerals: Set<Unicode.Scalar> = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "零"]

    private static func ordinal(of half: [Unicode.Scalar]) -> (Rank, String, ArraySlice<Unicode.Scalar>)? {
        guard let first = half.first else { return nil }
        if first == "第" {
            let digits = half.dropFirst().prefix { numerals.contains($0) || $0.isNumber || $0 == " " }
            let rest = half.dropFirst(1 + digits.count)
            for word in ["部分", "大题", "章", "节", "编", "篇", "卷"] where !digits.isEmpty && rest.starts(with: word) {
                return (.part, String(digits) + word, rest.dropFirst(word.count).drop { ":、. ".contains($0) })
            }
            return nil
        }
        let isBracketed = first == "("
        let digits = half.dropFirst(isBracketed ? 1 : 0).prefix { numerals.contains($0) || "IVX".contains($0) }
        let rest = half.dropFirst(digits.count + (isBracketed ? 1 : 0))
        if !digits.isEmpty, let mark = rest.first, isBracketed ? mark == ")" : "、.:) ".contains(mark) {
            return (isBracketed ? .bracketed : .chinese, String(digits), rest.dropFirst())
        }
        if let number = ItemNumber(half), !number.isDoubtful {
            return (.arabic, String(number.value), half.dropFirst(number.end))
        }
        return (.none, "", half[...])
    }

    /// `.some(nil)` for a heading without a type; `nil` when the line is no heading.
    private static func type(of title: String, rank: Rank) -> StatedType?? {
        switch rank {
        case .part, .chinese, .bracketed:
            if let type = StatedType.inside(title) { return .some(type) }
            let isShort = title.count <= 30 && !title.contains { "。?!;,()_:".contains($0) }
            return isShort ? .some(nil) : nil
        case .arabic, .none:
            var bare = title[...]
            if bare.hasPrefix("["), bare.hasSuffix("]") { bare = bare.dropFirst().dropLast() }
            guard let (type, length) = StatedType.prefix(of: bare) else { return nil }
            // 案例： alone is the title of a case, 案例题 the heading of a section.
            if type == .known(.caseSet), !bare.prefix(length).hasSuffix("题") { return nil }
            return isOnlyExplained(bare.dropFirst(length).drop(while: \.isWhitespace)) ? .some(type) : nil
        }
    }

    /// What may follow the bare type word of a heading: nothing, a bracket, or how the section is marked.
    private static func isOnlyExplained(_ rest: Substring) -> Bool {
        guard let first = rest.first else { return true }
        if first == "(" { return rest.trimmingPunctuation.hasSuffix(")") }
        if rest.count == 1 { return ":。.".contains(first) }
        return ":,、。共每".contains(first) && rest.contains(/每小?题|本大题|共\s*\d+\s*小?题/)
    }

    /// 共60题, 共20小题.
    private static func count(in title: String) -> Int? {
        guard let match = title.firstMatch(of: /共\s*(\d{1,5})\s*(?:小题|道|题|个)/) else { return nil }
        return Int(match.1)
    }

    /// “正确的选A，错误的选B”, “A表示正确，B表示错误”, “1对0错”: both must be given.
    static func judgementLetters(in title: String) -> [Character: Bool] {
        let bare = title.filter { !"、.,:的请选填涂写为是表示代表\"“”() ".contains($0) }
        for (right, wrong) in [("正确", "错误"), ("对", "错"), ("√", "×")] {
            for (first, second) in [("A", "B"), ("B", "A"), ("T", "F"), ("1", "0"), ("1", "2"), ("0", "1")] {
                let isNamed =
                    bare.contains(right + first + wrong + second) || bare.contains(first + right + second + wrong)
                if isNamed { return [Character(first): true, Character(second): false] }
            }
        }
        return [:]
    }
}

import ExamModel

/// Options with other marks than letters, and the answer that names them: `①……`, `②……` below the stem or behind each other,
/// `甲.`, `乙.` on lines of their own.
struct ListedOptions {
    let stem: String
    let options: [RawOption]
    /// The answer in letters.
    let letters: String

    private static let marks = ["①②③④⑤⑥⑦⑧⑨⑩", "甲乙丙丁戊己庚辛"].map { Array($0) }

    /// `nil` unless the answer consists of marks that all stand before an option.
    init?(stem: String, answer: String) {
        guard let first = answer.first, let marks = Self.marks.first(where: { $0.contains(first) }),
            let (head, texts) = Self.lines(of: stem, marks) ?? (marks[0] == "①" ? Self.pieces(of: stem) : nil),
            !head.isBlank, let letters = Self.letters(answer, marks, count: texts.count)
        else { return nil }
        self.stem = head
        options = texts.enumerated().map { RawOption(index: $0.offset, text: $0.element) }
        self.letters = letters
    }

    /// `①医疗费②伙食补助费`: the texts behind the marks; `nil` when they do not begin with ① and go on with ②.
    static func circled(_ text: String) -> [String]? {
        guard text.first == "①", let (head, texts) = pieces(of: text), head.isEmpty else { return nil }
        return texts
    }

    /// `①②④` as ABD; `nil` when something else is named.
    static func letters(_ answer: String, _ marks: [Character] = marks[0], count: Int) -> String? {
        let named = answer.filter { !"、,，;； 。()（）".contains($0) }.map { marks.firstIndex(of: $0) }
        guard !named.isEmpty, named.allSatisfy({ $0.map { $0 < count } ?? false }) else { return nil }
        return named.compactMap { $0.map { Item.Option.letter(at: $0) } }.joined()
    }

    private static func lines(of stem: String, _ marks: [Character]) -> (head: String, texts: [String])? {
        let lines = stem.split(separator: "\n")
        guard let start = lines.firstIndex(where: { $0.first == marks[0] }) else { return nil }
        let listed = lines[start...]
        guard (2...marks.count).contains(listed.count), zip(listed, marks).allSatisfy({ $0.first == $1 }) else {
            return nil
        }
        let texts = listed.map { String($0.dropFirst().drop { ".．、:： ".contains($0) }) }
        return (lines[..<start].joined(separator: "\n"), texts)
    }

    /// Cut before ①, ②, … in their order.
    private static func pieces(of text: String) -> (head: String, texts: [String])? {
        var (head, texts) = ("", [String]())
        var rest = text[...]
        for mark in marks[0] {
            guard let next = rest.firstIndex(of: mark) else { break }
            let piece = rest[..<next].trimmed
            if texts.isEmpty, mark == "①" { head = piece } else { texts[texts.count - 1] = piece }
            texts.append("")
            rest = rest[rest.index(after: next)...].drop { ".．、:： ".contains($0) }
        }
        guard texts.count >= 2 else { return nil }
        texts[texts.count - 1] = rest.trimmed
        let bare = texts.map { $0.last.map { ";；,，、|".contains($0) } ?? false ? String($0.dropLast()).trimmed : $0 }
        return bare.allSatisfy { !$0.isEmpty } ? (head, bare) : nil
    }
}

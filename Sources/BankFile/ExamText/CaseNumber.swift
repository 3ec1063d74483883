/// The number before an item of a case, or before the case itself: `1.` `（1）` `1)` `①` `问题1：`.
struct CaseNumber: Hashable {
    enum Style: Hashable {
        case plain, bracketed, closing, circled, question
        /// A title or nothing stood before the case.
        case none
    }

    let value: Int
    let style: Style
    /// Where the text begins.
    let end: Int

    init?(_ half: [Unicode.Scalar]) {
        if let circle = half.first.flatMap({ Array("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳".unicodeScalars).firstIndex(of: $0) }) {
            (value, style, end) = (circle + 1, .circled, 1)
            return
        }
        let head = String(half.prefix(12))
        if let match = head.prefixMatch(of: /(?:问题|小题|第)\s*(?:\(?(\d{1,2})\)?|([一二三四五六七八九十]))\s*(?:问|小题|题)?\s*[.、:]/) {
            let word = match.2.flatMap { Array("一二三四五六七八九十").firstIndex(of: Character(String($0))).map { $0 + 1 } }
            guard let value = match.1.flatMap({ Int($0) }) ?? word else { return nil }
            (self.value, style, end) = (value, .question, match.output.0.unicodeScalars.count)
            return
        }
        guard let number = ItemNumber(half), !number.isDoubtful else { return nil }
        value = number.value
        end = number.end
        switch number.style {
        case .bracketed: style = .bracketed
        case .plain: style = half[..<number.end].last == ")" ? .closing : .plain
        }
    }
}

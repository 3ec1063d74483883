import ExamModel

/// An item as a reader found it, before anything is checked.
struct RawItem: Hashable, Sendable {
    var place: Place
    var type: StatedType = .unstated
    var stem = ""
    var options: [RawOption] = []
    /// Every answer that the file gives outside the stem, as written; usually one.
    var answers: [String] = []
    var rationale = ""
    var topic = ""
    var difficulty = ""
    /// What the section says that bare letters mean for true-false items, as “（正确的选A，错误的选B）”.
    var judgementLetters: [Character: Bool] = [:]
    /// The items of a case, whose material is the stem.
    var parts: [RawItem] = []
    /// It is an item of a case: an answer in words needs no stated type.
    var isPart = false
    /// It comes from a format that keeps answers apart from the text: nothing is taken out of the stem.
    var isStructured = false
    /// The answer of each blank, where the format states them one by one.
    var blanks: [String]?
    /// Cells behind the last column of the header.
    var extra: [String] = []
    /// Why the record itself cannot be trusted.
    var defect: Defect?

    enum Defect: Hashable, Sendable {
        case truncated
        case extraCells(Int)
        /// The header of the column.
        case formula(String)
        /// The format's name for a kind of item that is not read.
        case unsupported(String)
    }
}

struct RawOption: Hashable, Sendable {
    /// 0 for A.
    let index: Int
    var text: String

    var isBlank: Bool {
        // Nearly every text shows in its first byte that it is none of the blanks.
        guard let first = text.utf8.first else { return true }
        return (first <= 0x20 || first >= 0x80 && !(0xE4...0xE9).contains(first)) && text.isBlank
    }
}

extension [RawOption] {
    /// `A. 十日` as the option A is 十日, if every filled one says its own letter and something else behind it.
    var withoutLetters: [RawOption] {
        // A marker begins in ASCII or in full width (U+FF08 and beyond).
        guard let lead = first(where: { !$0.text.isEmpty })?.text.utf8.first, lead < 0x80 || lead == 0xEF else {
            return self
        }
        var bare = self
        for (position, option) in enumerated() where !option.text.isEmpty {
            let scalars = option.text.unicodeScalars
            let start = Folded.half(scalars.prefix(OptionMarker.longest))
            guard let marker = OptionMarker(at: 0, in: start), marker.index == option.index else { return self }
            let rest = String(scalars.dropFirst(marker.end)).trimmed
            // A、B
            guard ChoiceAnswer.letters(rest) == nil || rest.utf8.count > 3 else { return self }
            bare[position].text = rest
        }
        return bare
    }
}

/// What a reader hands to the checker.
struct RawBank: Sendable {
    var items: [RawItem] = []
    var findings: [Finding] = []
}

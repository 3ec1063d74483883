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

/// What a reader hands to the checker.
struct RawBank: Sendable {
    var items: [RawItem] = []
    var findings: [Finding] = []
}

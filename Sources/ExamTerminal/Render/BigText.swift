/// Letters five rows high, for the clock and the receipt.
enum BigText {
    static let rows = 5

    /// The rows of `text`; characters without a shape are left out.
    static func lines(_ text: String) -> [String] {
        let glyphs = text.compactMap { shapes[$0] }.map { $0.split(separator: "/").map(String.init) }
        return (0..<rows).map { row in glyphs.map { $0[row] }.joined(separator: " ") }
    }

    private static let shapes: [Character: String] = [
        "0": " ### /#   #/#   #/#   #/ ### ", "1": "  #  / ##  /  #  /  #  / ### ",
        "2": "#### /    #/ ### /#    /#####", "3": "#### /    #/ ### /    #/#### ",
        "4": "#  # /#  # /#####/   # /   # ", "5": "#####/#    /#### /    #/#### ",
        "6": " ### /#    /#### /#   #/ ### ", "7": "#####/   # /  #  / #   / #   ",
        "8": " ### /#   #/ ### /#   #/ ### ", "9": " ### /#   #/ ####/    #/ ### ",
        "A": " ### /#   #/#####/#   #/#   #", "B": "#### /#   #/#### /#   #/#### ",
        "C": " ####/#    /#    /#    / ####", "D": "#### /#   #/#   #/#   #/#### ",
        "E": "#####/#    /#### /#    /#####", "F": "#####/#    /#### /#    /#    ",
        "G": " ####/#    /#  ##/#   #/ ####", "H": "#   #/#   #/#####/#   #/#   #",
        "J": "#####/   # /   # /#  # / ##  ", "K": "#  ##/# #  /##   /# #  /#  ##",
        "M": "#   #/## ##/# # #/#   #/#   #", "N": "#   #/##  #/# # #/#  ##/#   #",
        "P": "#### /#   #/#### /#    /#    ", "Q": " ### /#   #/# # #/#  # / ## #",
        "R": "#### /#   #/#### /#  # /#   #", "S": " ####/#    / ### /    #/#### ",
        "T": "#####/  #  /  #  /  #  /  #  ", "V": "#   #/#   #/#   #/ # # /  #  ",
        "W": "#   #/#   #/# # #/## ##/#   #", "X": "#   #/ # # /  #  / # # /#   #",
        "Y": "#   #/ # # /  #  /  #  /  #  ", "Z": "#####/   # /  #  / #   /#####",
        ":": "   / # /   / # /   ", "-": "  /  /##/  /  ",
    ]
}

extension Screen {
    /// Sets `text` large and centred on five rows from `row`.
    mutating func putBig(_ text: String, row: Int) {
        let lines = BigText.lines(text)
        let width = lines.map(\.count).max() ?? 0
        for (index, line) in lines.enumerated() {
            put(line, row: row + index, column: max(0, (size.columns - width) / 2), .bold)
        }
    }
}

/// Options that are amounts or dates alone, each larger than the one before, or each smaller: 3日、5日、10日.
struct OrderedQuantities {
    /// Nil for other options.
    init?(_ options: [String]) {
        let values = options.compactMap(Self.quantity)
        guard options.count > 1, values.count == options.count else { return nil }
        let pairs = zip(values, values.dropFirst())
        let rising = pairs.allSatisfy { $0.lexicographicallyPrecedes($1) }
        let falling = pairs.allSatisfy { $1.lexicographicallyPrecedes($0) }
        guard rising || falling else { return nil }
    }

    /// The numbers of a short text that says little beside them; nil for other texts. Thousandths, so that `1.5` counts.
    private static func quantity(_ text: String) -> [Int]? {
        var numbers: [Int] = []
        var digits = ""
        var words = 0
        for character in text.trimmed + " " {
            if isDigit(character) || (character == "." && !digits.isEmpty) {
                digits.append(character)
                continue
            }
            if !digits.isEmpty {
                guard let number = number(digits) else { return nil }
                numbers.append(number)
                digits = ""
            }
            words += character.isWhitespace || character == "," || character == "，" ? 0 : 1
        }
        guard !numbers.isEmpty, numbers.count <= 4, words <= 6 else { return nil }
        return numbers
    }

    private static let chinese: [Character: Int] = [
        "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let scales: [Character: Int] = ["十": 10, "百": 100, "千": 1000, "万": 10_000]

    private static func isDigit(_ character: Character) -> Bool {
        character.isASCII && character.isNumber || chinese[character] != nil || scales[character] != nil
    }

    /// `15`, `1.5` or `二十五`, in thousandths.
    private static func number(_ text: String) -> Int? {
        if let mark = Mark(text) { return mark.thousandths }
        var total = 0
        var digit: Int?
        for character in text {
            if let value = chinese[character] {
                digit = digit.map { $0 * 10 + value } ?? value
            } else if let scale = scales[character] {
                total = scale == 10_000 ? (total + (digit ?? 0)) * scale : total + (digit ?? 1) * scale
                digit = nil
            } else {
                return nil
            }
        }
        let (value, overflow) = (total + (digit ?? 0)).multipliedReportingOverflow(by: 1000)
        return overflow ? nil : value
    }
}
